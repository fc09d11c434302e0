package se.sip.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SOCIAL;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.testing.CalledCase;
import se.sip.testing.CaseDriver;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** Four units answer at the same moment: each answer is kept, and nobody is told to try again. */
@SipTest
class ParallelAnswersTest {

    private static final List<String> UNITS = List.of(SOCIAL, BUP, CalledCase.HEALTH_CENTRE, CalledCase.DISABILITY);

    @Autowired
    CaseDriver sip;
    @Autowired
    CalledCase called;
    @Autowired
    Invitations invitations;

    @RepeatedTest(10)
    void noneFails() throws Exception {
        String number = called.toAnswers(UNITS.toArray(String[]::new));
        sip.today("2026-03-09");
        var together = new CyclicBarrier(UNITS.size());
        var answers = new ArrayList<Callable<Void>>();
        for (String unit : UNITS) {
            var task = called.answerOf(number, unit);
            answers.add(() -> {
                sip.as("kollega-" + unit, unit);
                together.await();
                sip.fill(task, "svar", Journey.svar());
                sip.asSystem();
                return null;
            });
        }
        var threads = Executors.newFixedThreadPool(UNITS.size());
        try {
            for (var answer : threads.invokeAll(answers)) {
                answer.get();
            }
        } finally {
            threads.shutdown();
        }
        sip.asSystem();
        sip.runJobs();

        assertThat(invitations.current(number)).hasSize(UNITS.size()).allMatch(Invitation::isRepresented);
        assertThat(sip.open(number)).doesNotContain("svar");
    }
}
