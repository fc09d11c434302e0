package se.sip.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.sip.command.CountyCommands.WrongUseException;

/**
 * {@code move <county> [cases] --server URL}: which running cases can go over to what the county runs now, and has them go
 * over. Without cases and without {@code --all} it only looks.
 */
@Command(name = "move", description = "Flyttar pågående ärenden till det som gäller, på en server som är igång. Utan ärenden"
        + " och utan --all: säger vilka som kan flyttas, vad det ändrar för dem och vad som hindrar. Nyckeln är den som publish"
        + " använder.", headerHeading = "", synopsisHeading = "Används: ", descriptionHeading = "%n",
        parameterListHeading = "%n", optionListHeading = "%n")
class MoveCommand implements Callable<Integer> {

    private static final int PER_CALL = 200;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LÄN", description = "Länets id, till exempel vgr.")
    private String county;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ÄRENDE", description = "Ärenden som ska flyttas, till exempel"
            + " SIP-2026-000123.")
    private List<String> cases = new ArrayList<>();

    @Option(names = "--server", required = true, paramLabel = "ADRESS", description = "Till exempel https://sip.example.se.")
    private String server;

    @Option(names = "--all", description = "Flyttar alla ärenden som kan flyttas.")
    private boolean all;

    @Option(names = "--follow", description = "Väntar tills flytten är klar och säger hur det gick, ärende för ärende.")
    private boolean follow;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Visar den här hjälpen.")
    private boolean help;

    @Override
    public Integer call() {
        if (all && !cases.isEmpty()) {
            throw new WrongUseException("Välj --all eller enskilda ärenden, inte båda.");
        }
        PrintWriter out = spec.commandLine().getOut();
        var calls = new Server(server, county, CommandKey.given());
        try {
            if (all || !cases.isEmpty()) {
                JsonNode taken = calls.post("moves", Map.of("cases", cases));
                out.println(taken.get("taken").asInt() + " ärenden flyttas till version " + taken.get("version").asInt() + ".");
                out.flush();
            } else if (!follow) {
                return preview(calls, out);
            }
            return follow ? followed(calls, out) : CountyCommands.FINE;
        } catch (Server.ServerRefusedException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return CountyCommands.FAULTS;
        } finally {
            out.flush();
        }
    }

    private static int preview(Server calls, PrintWriter out) {
        int shown = 0;
        JsonNode some;
        do {
            some = calls.get("moves/preview?from=" + shown);
            for (JsonNode one : some) {
                out.println(one.get("caseNumber").asText() + ", version " + joined(one.get("versions"), ", ") + ": "
                        + (one.get("movable").asBoolean() ? "kan flyttas" : "kan inte flyttas"));
                one.get("why").forEach(why -> out.println("  " + why.asText()));
                one.get("changes").forEach(change -> out.println("  " + change.asText()));
            }
            shown += some.size();
        } while (some.size() == PER_CALL);
        out.println(shown == 0 ? "Alla pågående ärenden följer det som gäller." : shown + (shown == 1 ? " ärende"
                : " ärenden") + " följer en tidigare version.");
        return CountyCommands.FINE;
    }

    /** An order that has been left as it was, because of a case, is told with what hindered. */
    private static int followed(Server calls, PrintWriter out) {
        JsonNode report = calls.get("moves");
        while (has(report, "WAITING")) {
            Server.pause();
            report = calls.get("moves");
        }
        for (JsonNode one : report) {
            out.println(one.get("caseNumber").asText() + ": " + (one.get("state").asText().equals("MOVED") ? "flyttat"
                    : "kvar på sin version"));
            one.get("said").forEach(said -> out.println("  " + said.asText()));
        }
        return has(report, "LEFT") ? CountyCommands.FAULTS : CountyCommands.FINE;
    }

    private static boolean has(JsonNode report, String state) {
        for (JsonNode one : report) {
            if (one.get("state").asText().equals(state)) {
                return true;
            }
        }
        return false;
    }

    private static String joined(JsonNode values, String between) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(value.asText()));
        return String.join(between, texts);
    }
}
