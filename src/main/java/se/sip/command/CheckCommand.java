package se.sip.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import se.sip.county.CountyCheck;
import se.sip.county.CheckReport;
import se.sip.county.BundleFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check <county> [folder]}: every fault and warning of a county's files at once. */
@Command(name = "check", description = "Prövar ett läns diagram, tabeller och formulär.", headerHeading = "",
        synopsisHeading = "Används: ", descriptionHeading = "%n", parameterListHeading = "%n",
        optionListHeading = "%n")
class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LÄN", description = "Länets id, till exempel vgr.")
    private String county;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MAPP", description = "Mappen med processes/, decisions/ och"
            + " forms/. Utan mapp prövas det som följer med produkten. Har mappen bara länets egna filer läggs de över"
            + " produktens.")
    private Path folder;

    @Option(names = "--json", description = "Svarar med JSON.")
    private boolean json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Visar den här hjälpen.")
    private boolean help;

    @Override
    public Integer call() {
        long began = System.nanoTime();
        FolderCandidate candidate = FolderCandidate.of(county, folder);
        List<BundleFault> faults = candidate.check(CountyCheck.ofProduct());
        var report = new CheckReport(candidate.county().id(), candidate.read(), faults,
                (System.nanoTime() - began) / 1_000_000);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.asJson() : report.asText());
        out.flush();
        return report.isFine() ? CountyCommands.FINE : CountyCommands.FAULTS;
    }
}
