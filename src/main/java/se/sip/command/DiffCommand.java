package se.sip.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.sip.difference.DifferenceReport;
import se.sip.difference.Differences;

/** {@code diff <county> [folder]}: in words, what a county has of its own, or what changed files change. */
@Command(name = "diff", description = "Säger i ord vad som skiljer: länets eget mot den nationella basen, eller ändrade filer"
        + " mot länets.", headerHeading = "", synopsisHeading = "Används: ", descriptionHeading = "%n",
        parameterListHeading = "%n", optionListHeading = "%n")
class DiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LÄN", description = "Länets id, till exempel vgr.")
    private String county;

    @Parameters(index = "1", arity = "0..1", paramLabel = "MAPP", description = "Ändrade filer, jämförs med länets i"
            + " produkten. Utan mapp jämförs länets eget med den nationella basen.")
    private Path folder;

    @Option(names = "--base", description = "Jämför mappens filer med den nationella basen i stället.")
    private boolean base;

    @Option(names = "--json", description = "Svarar med JSON.")
    private boolean json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Visar den här hjälpen.")
    private boolean help;

    @Override
    public Integer call() {
        FolderCandidate candidate = FolderCandidate.of(county, folder);
        if (candidate.bundle() == null) {
            candidate.unreadable().forEach(fault -> spec.commandLine().getErr().println(fault));
            return CountyCommands.FAULTS;
        }
        boolean ofOwn = folder == null || base;
        var report = new DifferenceReport(candidate.county().id(), ofOwn && folder == null ? "länets egna filer"
                : candidate.read(), ofOwn ? "den nationella basen" : "länets filer i produkten", ofOwn
                        ? Differences.ofOwn(candidate.bundle()) : Differences.between(candidate.delivered(),
                                candidate.bundle()));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? report.asJson() : report.asText());
        out.flush();
        return CountyCommands.FINE;
    }
}
