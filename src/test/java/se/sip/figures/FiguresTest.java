package se.sip.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.DalarnaJourney.BUP;
import static se.sip.testing.DalarnaJourney.SCHOOL;
import static se.sip.testing.DalarnaJourney.SOCIAL;
import static se.sip.testing.DalarnaJourney.needs;
import static se.sip.testing.FormContent.with;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.DalarnaJourney;
import se.sip.testing.SipTest;

/** What a county counts of a year. */
@SipTest
class FiguresTest {

    private static final Set<String> DALARNA = Set.of("dalarna");

    @Autowired
    private CaseDriver sip;
    @Autowired
    private DalarnaJourney dalarna;
    @Autowired
    private Figures figures;

    @Test
    @Clause("BOR-12")
    void aLocalAgreementIsNoStatutoryPlan() {
        Figures.Year before = figures.of(DALARNA, 2026);
        dalarna.toFollowUp(Children.bornOn("20140701"), needs("SCHOOL", SCHOOL, "SOCIAL_SERVICES", SOCIAL));
        assertThat(figures.of(DALARNA, 2026).local()).isEqualTo(before.local() + 1);
        assertThat(figures.of(DALARNA, 2026).statutory()).isEqualTo(before.statutory());

        dalarna.toFollowUp(Children.bornOn("20140702"), needs("SCHOOL", SCHOOL, "CHILD_PSYCHIATRY", BUP));
        assertThat(figures.of(DALARNA, 2026).statutory()).isEqualTo(before.statutory() + 1);
        assertThat(figures.of(DALARNA, 2025).statutory()).isZero();
    }

    @Test
    @Clause("BOR-22")
    void deniedRequestsAreCountedByMonthAndUnit() {
        var form = with(with(with(DalarnaJourney.behov(Children.bornOn("20140703")), "origin", "PERSON_REQUEST"),
                "askedBy", "Mamma"), "signalledOn", "2026-03-02");
        long before = denied();
        String number = dalarna.toPreparation(form);
        sip.fill(number, "bedomning", Map.of("judgement", "DENY", "exceptional", true, "denialReason",
                "Skolan kan själv ge stödet."));
        sip.runJobs();
        assertThat(denied()).isEqualTo(before + 1);
    }

    private long denied() {
        return figures.of(DALARNA, 2026).denied().stream().filter(d -> d.month().equals("2026-03")
                && d.unit().equals("Elevhälsan i Borlänge")).mapToLong(Figures.Denied::requests).sum();
    }
}
