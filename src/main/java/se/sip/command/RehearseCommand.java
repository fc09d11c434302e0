package se.sip.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngineException;
import se.sip.command.CountyCommands.WrongUseException;
import se.sip.county.CountyCheck;
import se.sip.county.CheckReport;
import se.sip.county.BundleFault;
import se.sip.county.Bundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.sip.rehearsal.RehearsalProcess;
import se.sip.rehearsal.RehearsalReport;
import se.sip.rehearsal.RehearsalResult;
import se.sip.rehearsal.RehearsalRun;
import se.sip.rehearsal.RehearsalRun.Side;
import se.sip.rehearsal.StoryFile;
import se.sip.rehearsal.StorySources;

/** {@code rehearse <county> [folder]}: made-up cases on what runs and on the folder's files. */
@Command(name = "rehearse", description = "Provkör ett läns filer på påhittade ärenden, i minnet och med egen klocka.",
        headerHeading = "", synopsisHeading = "Används: ", descriptionHeading = "%n", parameterListHeading = "%n",
        optionListHeading = "%n")
class RehearseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LÄN", description = "Länets id, till exempel vgr.")
    private String county;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MAPP", description = "Mappen med processes/, decisions/ och"
            + " forms/, som för check. Länets egna påhittade ärenden ligger i processes/<län>/rehearsal/.")
    private Path folder;

    @Option(names = "--before", paramLabel = "MAPP", description = "Mappen att jämföra med. Utan den jämförs med det som"
            + " följer med produkten.")
    private Path before;

    @Option(names = "--json", description = "Svarar med JSON.")
    private boolean json;

    /** A server that rehearses has checked. */
    @Option(names = "--checked", hidden = true)
    private boolean checked;

    /** One that plays what runs, beside the one that plays the candidate. */
    @Option(names = "--only", hidden = true)
    private Side only;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Visar den här hjälpen.")
    private boolean help;

    @Override
    public Integer call() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Stockholm"));
        FolderCandidate candidate = FolderCandidate.of(county, folder);
        Bundle running = before == null ? candidate.delivered() : FolderCandidate.of(county, before).bundle();
        if (running == null) {
            throw new WrongUseException("Mappen " + before + " har filer av fel sort. Kör check på den.");
        }
        PrintWriter out = spec.commandLine().getOut();
        List<BundleFault> errors = checked ? candidate.unreadable() : candidate.check(CountyCheck.ofProduct())
                .stream().filter(BundleFault::isError).toList();
        if (!errors.isEmpty()) {
            var report = new CheckReport(candidate.county().id(), candidate.read(), errors, 0);
            out.print(json ? report.asJson() : report.asText() + "Inget är repeterat: filerna har fel.\n");
            out.flush();
            return CountyCommands.FAULTS;
        }
        List<StoryFile.Source> sources = StorySources.of(candidate.county(), folder);
        if (sources.isEmpty() && !checked) {
            throw new WrongUseException("Det finns inga påhittade ärenden för " + county + ". Lägg dem i processes/" + county
                    + "/rehearsal/.");
        }
        RehearsalResult result;
        try {
            result = rehearsed(new RehearsalRun(county, running.contents(), candidate.bundle().contents()), sources);
        } catch (ProcessEngineException refused) {
            spec.commandLine().getErr().println("Filerna går inte att köra: " + refused.getMessage());
            return CountyCommands.FAULTS;
        }
        out.print(json ? RehearsalReport.asJson(result) : RehearsalReport.asText(result));
        out.flush();
        return result.fine() ? CountyCommands.FINE : CountyCommands.FAULTS;
    }

    /** What runs and the candidate are played at the same time, each in a process: the clock is the whole program's. */
    private RehearsalResult rehearsed(RehearsalRun run, List<StoryFile.Source> sources) {
        if (only != null || folder == null || run.changesNothing()) {
            return run.of(sources, only == null ? Side.BOTH : only);
        }
        try {
            Path said = Files.createTempFile("sip-repetition", ".json");
            try {
                var arguments = new ArrayList<>(List.of("rehearse", county, folder.toString(), "--checked", "--json", "--only",
                        Side.BEFORE.name()));
                if (before != null) {
                    arguments.addAll(List.of("--before", before.toString()));
                }
                Process today = RehearsalProcess.beside(arguments, said);
                try {
                    RehearsalResult next = run.of(sources, Side.AFTER);
                    today.waitFor();
                    return next.beside(RehearsalReport.fromJson(Files.readString(said)));
                } finally {
                    today.destroyForcibly();
                }
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException | InterruptedException | IllegalArgumentException alone) {
            return run.of(sources, Side.BOTH);
        }
    }
}
