package se.sip.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.sip.audit.AuditLog;
import se.sip.county.Bundle;
import se.sip.county.County;
import se.sip.county.CountyCheck;
import se.sip.county.PublicationLock;
import se.sip.county.Trials;
import se.sip.county.UploadedFiles.Sent;
import se.sip.publication.RehearsalProgress.State;
import se.sip.testing.SipTest;

/** A rehearsal goes on beside everything else, once, and one that was interrupted is begun again. */
@SipTest
class RehearsalsTest {

    private static final County PROV = new County("ovlan", "Övlän", Set.of(), List.of(), null);
    private static final String STORY = "processes/ovlan/rehearsal/eget.yml";

    @Autowired
    private Releases releases;
    @Autowired
    private Publications publications;
    @Autowired
    private Candidates product;
    @Autowired
    private FourEyes fourEyes;
    @Autowired
    private PublicationLock lock;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private CandidateStore store;
    @Autowired
    private FileStore files;
    @Autowired
    private RehearsalRunStore runs;
    @Autowired
    private CountyCheck check;
    @Autowired
    private Trials trials;
    @Autowired
    private AuditLog audit;
    @Autowired
    private Clock clock;
    private final Stage stage = new Stage();
    private Candidates candidates;
    private Rehearsals rehearsals;

    @BeforeEach
    void firstStart() {
        lock.whileHeld(() -> releases.arrive(PROV));
        var beans = new StaticListableBeanFactory();
        beans.addBean("stage", stage);
        candidates = new Candidates(store, files, publications, check, trials,
                beans.getBeanProvider(CandidateRehearsal.class), audit, clock);
        rehearsals = new Rehearsals(candidates, runs, clock);
    }

    @AfterEach
    void takeAway() {
        rehearsals.destroy();
        jdbc.update("delete from sip.publication where county = 'ovlan'");
        for (String table : List.of("candidate_file", "candidate_delivered")) {
            jdbc.update("delete from sip." + table
                    + " where candidate_id in (select id from sip.candidate where county = 'ovlan')");
        }
        jdbc.update("delete from sip.candidate where county = 'ovlan'");
        repository.createDeploymentQuery().tenantIdIn("ovlan").list()
                .forEach(d -> repository.deleteDeployment(d.getId(), true));
    }

    @Test
    void itGoesOnBesideTheRequestAndASecondClickBeginsNoOther() throws Exception {
        Candidate candidate = upload("Öva");
        assertThat(rehearsals.of(candidate).state()).isEqualTo(State.NONE);

        assertThat(rehearsals.begin(candidate, PROV, "anna").state()).isEqualTo(State.GOING);
        assertThat(stage.awaitStart()).isTrue();
        assertThat(rehearsals.begin(candidate, PROV, "berit").state()).isEqualTo(State.GOING);
        stage.mayEnd.release();
        assertThat(end(candidate).state()).isEqualTo(State.DONE);

        assertThat(stage.played).hasSize(1);
        assertThat(stage.inTransaction).isFalse();
        assertThat(rehearsals.of(now(candidate)).fine()).isTrue();
        stage.mayEnd.release();
        rehearsals.begin(now(candidate), PROV, "anna");
        assertThat(end(candidate).state()).as("again").isEqualTo(State.DONE);
        assertThat(stage.played).hasSize(2);
    }

    @Test
    void oneThatARestartCutOffIsBegunAgain() throws Exception {
        Candidate candidate = upload("Avbruten");
        runs.begin(candidate.id(), "anna", LocalDateTime.now(clock));
        assertThat(rehearsals.of(candidate).state()).as("by another node, perhaps").isEqualTo(State.GOING);
        jdbc.update("update sip.rehearsal_run set seen_at = localtimestamp - interval '40' second where candidate_id = ?",
                candidate.id());

        assertThat(rehearsals.of(candidate).state()).isEqualTo(State.STOPPED);
        stage.mayEnd.release();
        rehearsals.begin(candidate, PROV, "anna");
        assertThat(end(candidate).state()).isEqualTo(State.DONE);
    }

    @Test
    void oneThatComesToNoAnswerSaysSoAndCanBeTriedAgain() throws Exception {
        Candidate candidate = upload("Trasig");
        stage.fails = true;
        stage.mayEnd.release();
        rehearsals.begin(candidate, PROV, "anna");
        assertThat(end(candidate).state()).isEqualTo(State.FAILED);

        stage.fails = false;
        stage.mayEnd.release();
        rehearsals.begin(candidate, PROV, "anna");
        assertThat(end(candidate).state()).isEqualTo(State.DONE);
    }

    @Test
    void aFaultyCandidateIsNotRehearsed() {
        Candidate faulty = candidates.upload(PROV, List.of(new Sent("frister.dmn", "<trasig".getBytes())), Set.of(), "anna");

        assertThatThrownBy(() -> rehearsals.begin(faulty, PROV, "anna")).hasMessageContaining("utan fel");
    }

    @Test
    void theCountysOwnCasesAreKeptWithTheCandidateAndPlayedFromThenOn() throws Exception {
        Candidate first = candidates.upload(PROV, List.of(changed("Med eget"),
                new Sent(STORY, "eget".getBytes(StandardCharsets.UTF_8))), Set.of(), "anna");
        stage.mayEnd.release();
        rehearsals.begin(first, PROV, "anna");
        end(first);
        assertThat(stage.played.get(0)).containsExactly(Map.entry(STORY, "eget"));
        assertThat(first.note()).contains("decisions/ovlan/frister.dmn", STORY);
        fourEyes.propose(PROV, first.id(), "anna", "Därför.", true);
        fourEyes.confirm(PROV, first.id(), "berit");

        Candidate next = upload("Utan att skicka det igen");
        assertThat(candidates.stories(next)).containsOnlyKeys(STORY);
        Candidate alone = candidates.upload(PROV, List.of(new Sent("annat.yml", "annat".getBytes(StandardCharsets.UTF_8))),
                Set.of(STORY), "anna");
        assertThat(candidates.stories(alone)).containsExactly(Map.entry("processes/ovlan/rehearsal/annat.yml", "annat"));
        assertThat(alone.note()).isEqualTo("utan " + STORY + ", processes/ovlan/rehearsal/annat.yml");
        candidates.discard(alone);
        assertThat(candidates.stories(alone)).isEmpty();
    }

    private RehearsalProgress end(Candidate candidate) throws InterruptedException {
        for (int look = 0; look < 200 && rehearsals.of(now(candidate)).isGoing(); look++) {
            Thread.sleep(50);
        }
        return rehearsals.of(now(candidate));
    }

    private Candidate now(Candidate candidate) {
        return store.find(PROV.id(), candidate.id()).orElseThrow();
    }

    private Candidate upload(String mark) throws IOException {
        return candidates.upload(PROV, List.of(changed(mark)), Set.of(), "anna");
    }

    private static Sent changed(String mark) throws IOException {
        return new Sent("frister.dmn", Files.readString(Path.of("decisions/frister.dmn")).replaceFirst(
                "<decision ([^>]*?)name=\"[^\"]*\"", "<decision $1name=\"" + mark + "\"").getBytes(StandardCharsets.UTF_8));
    }

    /** Ends when it may, and remembers what it was to play. */
    private static final class Stage implements CandidateRehearsal {

        private final Semaphore started = new Semaphore(0);
        private final Semaphore mayEnd = new Semaphore(0);
        private final List<Map<String, String>> played = new ArrayList<>();
        private volatile boolean inTransaction;
        private volatile boolean fails;

        @Override
        public Rehearsal rehearse(Bundle running, Bundle candidate, Map<String, String> stories) {
            played.add(stories);
            inTransaction = TransactionSynchronizationManager.isActualTransactionActive();
            started.release();
            mayEnd.acquireUninterruptibly();
            if (fails) {
                throw new IllegalStateException("No report");
            }
            return new Rehearsal(LocalDateTime.of(2026, 3, 2, 8, 0), true, "{}");
        }

        private boolean awaitStart() throws InterruptedException {
            return started.tryAcquire(10, TimeUnit.SECONDS);
        }

        @Override
        public RehearsalSummary summary(Rehearsal kept) {
            return new RehearsalSummary("", List.of(), "");
        }
    }
}
