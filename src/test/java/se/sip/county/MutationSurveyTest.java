package se.sip.county;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.county.WrongBundlesTest.CHECK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Small changes of every kind, at every place, to every diagram of two counties, each checked. Those that the check lets
 * through are listed in {@code target/mutants.txt}: they are what a county may do, or a hole.
 */
@Tag("soak")
class MutationSurveyTest {

    /** Of a hundred changes, measured; a check that finds fewer has lost something. */
    private static final int FOUND_AT_LEAST = Integer.getInteger("sip.mutants.found", 96);

    private static final int SHARE = Integer.getInteger("sip.mutants.share", 8);

    @Test
    void mostOfWhatIsChangedAtRandomIsFoundAndTheRestIsListed() throws IOException {
        var survivors = new ArrayList<String>();
        var kinds = new TreeMap<String, int[]>();
        int[] all = new int[2];
        int[] stopped = new int[1];
        for (Bundle from : List.of(WrongBundlesTest.VGR_FILES, WrongBundlesTest.HALLAND_FILES)) {
            for (Bundle.File file : List.copyOf(from.files().values())) {
                boolean again = from == WrongBundlesTest.HALLAND_FILES && !file.isOwn();
                if (file.folder() != Bundle.Folder.PROCESSES || again) {
                    continue;
                }
                Mutants.of(file.text(), (what, changed) -> {
                    // Exchanges are many and much alike: a fixed share of them is tried.
                    if (what.contains(" blir ") || what.contains(" till slutet ")) {
                        if (Math.floorMod((file.name() + what).hashCode(), SHARE) != 0) {
                            return;
                        }
                    }
                    List<BundleFault> faults = CHECK.check(WrongBundlesTest.edited(from, file.name(), text -> changed), from);
                    boolean found = !faults.isEmpty();
                    stopped[0] += faults.stream().anyMatch(BundleFault::isError) ? 1 : 0;
                    int[] kind = kinds.computeIfAbsent(what.split(" ")[0] + " " + what.split(" ")[1].replaceAll("[a-z_]+_.*|\\$.*", ""),
                            k -> new int[2]);
                    kind[0]++;
                    all[0]++;
                    if (found) {
                        kind[1]++;
                        all[1]++;
                    } else {
                        survivors.add(file.origin() + ": " + what);
                    }
                });
            }
        }
        var report = new StringBuilder("Funna " + all[1] + " av " + all[0] + ", varav " + stopped[0]
                + " stoppar en publicering\n");
        kinds.forEach((kind, count) -> report.append(kind).append(": ").append(count[1]).append(" av ").append(count[0])
                .append('\n'));
        survivors.forEach(one -> report.append(one).append('\n'));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/mutants.txt"), report);
        System.out.println(report.toString().lines().limit(1).findFirst().orElseThrow());
        assertThat(all[1] * 100 / all[0]).as("see target/mutants.txt").isGreaterThanOrEqualTo(FOUND_AT_LEAST);
    }
}
