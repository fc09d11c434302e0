package se.sip.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Nobody is picked out by a small number, nor by what is left when the others are taken from the sum. */
class SuppressionTest {

    @Test
    void numbersOfFiveAndMoreAndNoughtsStand() {
        assertThat(Suppression.hidden(Map.of("a", 5L, "b", 0L, "c", 17L), Set.of(), Set.of())).isEmpty();
    }

    @Test
    void oneSmallNumberTakesTheLeastOfTheOthersWithIt() {
        assertThat(Suppression.hidden(Map.of("a", 3L, "b", 40L, "c", 9L), Set.of(), Set.of())).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void twoOnesTogetherAreStillPlain() {
        assertThat(Suppression.hidden(Map.of("a", 1L, "b", 1L, "c", 9L), Set.of(), Set.of()))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void onesOwnNumberIsKnownAndCoversNobody() {
        var parts = Map.of("own", 2L, "a", 3L);
        assertThat(Suppression.hidden(parts, Set.of("own"), Set.of())).containsExactly("a");
        assertThat(Suppression.sumTells(parts, Set.of("a"))).as("so the sum is hidden too").isTrue();
    }

    @Test
    void whatHasToBeHiddenIsCoveredToo() {
        assertThat(Suppression.hidden(Map.of("a", 30L, "b", 40L, "c", 50L), Set.of(), Set.of("a")))
                .containsExactlyInAnyOrder("a", "b");
    }
}
