package se.sip.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line of a process owner: {@code java -jar sip.jar check vgr}. It starts no database and no server. It
 * answers 0 where all is well, 1 where something in the files is wrong, and 2 where it was called wrongly.
 */
@Command(name = "sip", description = "Prövar, jämför, provkör och publicerar ett läns diagram, tabeller och"
                + " formulär, och flyttar pågående ärenden.",
        synopsisSubcommandLabel = "KOMMANDO", mixinStandardHelpOptions = false,
        subcommands = {CheckCommand.class, DiffCommand.class, RehearseCommand.class,
            PublishCommand.class, MoveCommand.class})
public class CountyCommands implements Runnable {

    public static final int FINE = 0;
    public static final int FAULTS = 1;
    public static final int WRONG_USE = 2;

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    @CommandLine.Option(names = {"-h", "--help"}, usageHelp = true, description = "Visar den här hjälpen.")
    private boolean help;

    /** Whether the arguments are a command, and not settings of the server that is to start. */
    public static boolean areMeantBy(String[] arguments) {
        return arguments.length > 0 && (HELP.contains(arguments[0])
                || !arguments[0].startsWith("-") && !arguments[0].contains("="));
    }

    /** Runs the command and says what it found. */
    public static int run(String[] arguments) {
        // Nothing is logged: what a command says is its answer.
        System.setProperty("slf4j.provider", NOP_FallbackServiceProvider.class.getName());
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(out, err, HELP.contains(arguments[0]) ? new String[] {"--help"} : arguments);
    }

    /** For tests and programs: writes where it is told. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new CountyCommands()).setOut(out).setErr(err)
                .setParameterExceptionHandler((wrong, given) -> {
                    err.println(inSwedish(wrong));
                    wrong.getCommandLine().usage(err);
                    return WRONG_USE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof WrongUseException wrong) {
                        err.println(wrong.getMessage());
                        return WRONG_USE;
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    private static String inSwedish(CommandLine.ParameterException wrong) {
        if (wrong instanceof CommandLine.MissingParameterException) {
            return "Något saknas i kommandot.";
        }
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return "Kommandot känner inte igen: " + String.join(" ", unmatched.getUnmatched());
        }
        return "Kommandot går inte att läsa: " + wrong.getMessage();
    }

    @Override
    public void run() {
        throw new WrongUseException("Säg vad som ska göras: check, diff, rehearse, publish eller move. Hjälp: java -jar sip.jar --help");
    }

    /** The user asked for something that does not exist; the message says what, in Swedish. */
    public static class WrongUseException extends RuntimeException {

        public WrongUseException(String message) {
            super(message);
        }
    }
}
