package se.sip.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
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
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import se.sip.audit.AuditLog;
import se.sip.county.Bundle;
import se.sip.county.BundleReader;
import se.sip.county.County;
import se.sip.county.CountyCheck;
import se.sip.county.PublicationLock;
import se.sip.county.RefusedException;
import se.sip.county.Trials;
import se.sip.county.UploadedFiles.Sent;
import se.sip.publication.Candidate.Origin;
import se.sip.publication.Candidate.State;
import se.sip.testing.SipTest;

/** One proposes, another confirms, and nothing else than that changes what a county runs. */
@SipTest
class FourEyesTest {

    private static final County PROV = new County("provlan", "Provlän", Set.of(), List.of(), null);
    private static final String TABLE = "decisions/frister.dmn";

    @Autowired
    private Releases releases;
    @Autowired
    private Publications publications;
    @Autowired
    private Candidates candidates;
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
    private CountyCheck check;
    @Autowired
    private Trials trials;
    @Autowired
    private AuditLog audit;
    @Autowired
    private Clock clock;

    @BeforeEach
    void firstStart() {
        lock.whileHeld(() -> releases.arrive(PROV));
    }

    @AfterEach
    void takeAway() {
        jdbc.update("delete from sip.publication where county = 'provlan'");
        for (String table : List.of("candidate_file", "candidate_delivered")) {
            jdbc.update("delete from sip." + table
                    + " where candidate_id in (select id from sip.candidate where county = 'provlan')");
        }
        jdbc.update("delete from sip.candidate where county = 'provlan'");
        deployments().forEach(d -> repository.deleteDeployment(d.getId(), true));
    }

    @Test
    void theFirstStartPublishesWhatTheProductBringsAndTheSecondChangesNothing() {
        lock.whileHeld(() -> releases.arrive(PROV));

        assertThat(publications.versions("provlan")).singleElement().satisfies(first -> {
            assertThat(first.version()).isEqualTo(1);
            assertThat(first.author()).isEqualTo(Candidate.SYSTEM);
            assertThat(first.deploymentId()).isEqualTo(deployments().get(0).getId());
        });
        assertThat(candidates.waiting("provlan")).isEmpty();
    }

    @Test
    void onlyASecondProcessOwnersConfirmationChangesWhatRuns() throws IOException {
        Candidate candidate = upload("P28D eller så");
        assertThat(candidate.errors()).as(candidates.report(candidate)).isZero();

        assertThatThrownBy(() -> fourEyes.confirm(PROV, candidate.id(), "berit")).hasMessageContaining("inte föreslagen");
        assertThatThrownBy(() -> fourEyes.propose(PROV, candidate.id(), "anna", " ", true)).hasMessageContaining("varför");
        propose(candidate, "anna");
        assertThatThrownBy(() -> fourEyes.confirm(PROV, candidate.id(), "anna")).hasMessageContaining("En annan");
        assertThat(deployments()).hasSize(1);

        fourEyes.confirm(PROV, candidate.id(), "berit");

        Publication now = publications.running("provlan").orElseThrow();
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.author()).isEqualTo("anna");
        assertThat(now.confirmer()).isEqualTo("berit");
        assertThat(now.message()).isEqualTo("Därför.");
        assertThat(running()).contains("P28D eller så");
        assertThatThrownBy(() -> fourEyes.confirm(PROV, candidate.id(), "berit")).hasMessageContaining("redan publicerad");
    }

    @Test
    void aFaultyCandidateIsKeptWithItsReportAndNeverPublished() {
        Candidate candidate = candidates.upload(PROV, List.of(new Sent("frister.dmn", "<trasig".getBytes())), Set.of(), "anna");

        assertThat(candidate.errors()).isPositive();
        assertThat(candidates.report(candidate)).contains("decisions/provlan/frister.dmn");
        assertThatThrownBy(() -> propose(candidate, "anna")).hasMessageContaining("hittade fel");
        assertThat(deployments()).hasSize(1);
    }

    @Test
    void twoWhoConfirmAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        List<Candidate> two = List.of(upload("Den ena"), upload("Den andra"));
        two.forEach(candidate -> propose(candidate, "anna"));
        var together = new CyclicBarrier(2);
        var told = new ArrayList<String>();
        var people = Executors.newFixedThreadPool(2);
        try {
            for (var one : people.invokeAll(two.stream().<Callable<String>>map(candidate -> () -> {
                together.await();
                try {
                    fourEyes.confirm(PROV, candidate.id(), "berit");
                    return "publicerat";
                } catch (RefusedException refused) {
                    return refused.getMessage();
                }
            }).toList())) {
                told.add(one.get());
            }
        } finally {
            people.shutdown();
        }

        assertThat(told).containsOnlyOnce("publicerat").anySatisfy(message ->
                assertThat(message).startsWith("Någon annan "));
        assertThat(deployments()).hasSize(2);
    }

    @Test
    void aReleaseArrivesAsACandidateAndLeavesWhatTheCountyHasChanged() throws IOException {
        Candidate own = upload("Länets eget");
        propose(own, "anna");
        fourEyes.confirm(PROV, own.id(), "berit");

        lock.whileHeld(() -> releases.arrive(PROV, released()));

        assertThat(deployments()).as("a start deploys nothing").hasSize(2);
        Candidate release = candidates.waiting("provlan").get(0);
        assertThat(release.origin()).isEqualTo(Origin.RELEASE);
        Bundle merged = candidates.bundle(release, PROV);
        assertThat(merged.files().get(TABLE).text()).contains("Länets eget");
        assertThat(merged.files().get("forms/behov.html").text()).contains("Ny utgåva");

        lock.whileHeld(() -> releases.arrive(PROV, released()));
        assertThat(candidates.waiting("provlan")).as("a second start offers it once").hasSize(1);
        lock.whileHeld(() -> releases.arrive(PROV));
        assertThat(candidates.waiting("provlan")).as("the former release again").isEmpty();
    }

    @Test
    void anEarlierVersionIsPublishedAgain() throws IOException {
        Candidate own = upload("Länets eget");
        propose(own, "anna");
        fourEyes.confirm(PROV, own.id(), "berit");
        assertThatThrownBy(() -> candidates.again(PROV, 2, "anna")).hasMessageContaining("likadan");

        Candidate back = candidates.again(PROV, 1, "anna");
        propose(back, "berit");
        fourEyes.confirm(PROV, back.id(), "anna");

        assertThat(publications.running("provlan").orElseThrow().version()).isEqualTo(3);
        assertThat(running()).doesNotContain("Länets eget");
        assertThat(candidates.find("provlan", back.id()).orElseThrow().state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whereARehearsalStandsBeforeAPublicationNothingPassesItUnrehearsed() throws IOException {
        var found = new AtomicBoolean(false);
        var stage = new StubRehearsal(found);
        var rehearsed = new Candidates(store, files, publications, check, trials, only(stage), audit, clock);
        var strict = new FourEyes(store, rehearsed, publications, check, lock, new PublicationSettings(Set.of(), false), clock);
        Candidate candidate = upload("Orepeterad");

        assertThatThrownBy(() -> strict.propose(PROV, candidate.id(), "anna", "Därför.", true))
                .hasMessageContaining("Repetera kandidaten först");
        rehearsed.rehearse(candidate, PROV);
        assertThatThrownBy(() -> strict.propose(PROV, candidate.id(), "anna", "Därför.", true))
                .hasMessageContaining("gick inte bra");
        found.set(true);
        rehearsed.rehearse(candidate, PROV);
        strict.propose(PROV, candidate.id(), "anna", "Därför.", true);
        strict.confirm(PROV, candidate.id(), "berit");

        assertThat(running()).contains("Orepeterad");
    }

    @Test
    void inACountyWithOneProcessOwnerTheProposalPublishes() throws IOException {
        var alone = new FourEyes(store, candidates, publications, check, lock,
                new PublicationSettings(Set.of("provlan"), false), clock);
        Candidate candidate = upload("Ensam");

        alone.propose(PROV, candidate.id(), "anna", "Därför.", true);

        assertThat(publications.running("provlan").orElseThrow().confirmer()).isNull();
        assertThat(running()).contains("Ensam");
    }

    @Test
    void anOwnFileThatIsTakenAwayGivesTheBasesPlaceBack() throws IOException {
        Candidate own = upload("Länets eget");
        propose(own, "anna");
        fourEyes.confirm(PROV, own.id(), "berit");

        Candidate without = candidates.upload(PROV, List.of(), Set.of("decisions/provlan/frister.dmn"), "anna");

        assertThat(without.note()).isEqualTo("utan decisions/provlan/frister.dmn");
        assertThat(candidates.bundle(without, PROV).files().get(TABLE).isOwn()).isFalse();
        assertThat(without.isFine()).isTrue();
    }

    @Test
    void whatNoCountyCanHaveIsRefusedByName() {
        String faults = candidates.report(candidates.upload(PROV, List.of(
                new Sent("latin.dmn", "<å>".getBytes(StandardCharsets.ISO_8859_1)),
                new Sent("min fil.bpmn", new byte[0]), new Sent("zip/../../ut.bpmn", new byte[0]),
                new Sent("trasig.zip", "inget".getBytes(StandardCharsets.UTF_8)), new Sent("kod.java", new byte[0])),
                Set.of(), "anna"));

        assertThat(faults).contains("Filen är inte skriven i UTF-8.").contains("Filens namn går inte att använda.")
                .contains("Sökvägen leder ut ur mappen.").contains("Zip-filen går inte att läsa.")
                .contains("Filen är av fel sort.");
        assertThatThrownBy(() -> candidates.upload(PROV, List.of(new Sent("stor.zip", bomb())), Set.of(), "anna"))
                .hasMessageContaining("för stor");
        assertThatThrownBy(() -> candidates.upload(PROV, List.of(), Set.of(), "anna")).hasMessageContaining("minst en fil");
    }

    @Test
    void everyStepIsInTheLogWithoutWhatSomebodyWrote() throws IOException {
        Candidate candidate = upload("Loggas");
        propose(candidate, "anna");
        fourEyes.confirm(PROV, candidate.id(), "berit");

        assertThat(jdbc.queryForList("select detail from sip.audit_entry where subject = 'BUNDLE' and detail like ?"
                + " order by seq", String.class, "provlan, kandidat " + candidate.id() + ":%"))
                .contains("provlan, kandidat " + candidate.id() + ": 0 fel", "provlan, kandidat " + candidate.id()
                        + ": föreslagen", "provlan, kandidat " + candidate.id() + ": publicerad som version 2")
                .noneSatisfy(detail -> assertThat(detail).contains("Därför"));
    }

    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("decisions/provlan/frister.dmn"));
            for (int megabyte = 0; megabyte < 50; megabyte++) {
                zip.write(new byte[1_000_000]);
            }
        }
        return packed.toByteArray();
    }

    private static ObjectProvider<CandidateRehearsal> only(CandidateRehearsal stage) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("stage", stage);
        return beans.getBeanProvider(CandidateRehearsal.class);
    }

    /** Finds what it is told to find. */
    private record StubRehearsal(AtomicBoolean found) implements CandidateRehearsal {

        @Override
        public Rehearsal rehearse(Bundle running, Bundle candidate, Map<String, String> stories) {
            return new Rehearsal(LocalDateTime.of(2026, 3, 2, 8, 0), found.get(), "{}");
        }

        @Override
        public RehearsalSummary summary(Rehearsal kept) {
            return new RehearsalSummary("", List.of(), "");
        }
    }

    private void propose(Candidate candidate, String who) {
        if (candidates.areRehearsed() && candidate.isFine()) {
            candidates.rehearse(candidate, PROV);
        }
        fourEyes.propose(PROV, candidate.id(), who, "Därför.", true);
    }

    /** A changed name of the table of limits. */
    private Candidate upload(String mark) throws IOException {
        String table = Files.readString(Path.of(TABLE)).replaceFirst("<decision ([^>]*?)name=\"[^\"]*\"",
                "<decision $1name=\"" + mark + "\"");
        return candidates.upload(PROV, List.of(new Sent("frister.dmn", table.getBytes(StandardCharsets.UTF_8))), Set.of(),
                "anna");
    }

    /** What the product would bring after an upgrade: another form in the base. */
    private static Bundle released() {
        Bundle today = new BundleReader(BundleReader.PRODUCT).read(PROV);
        var bases = today.bases().values().stream().map(file -> !file.name().equals("forms/behov.html") ? file
                : new Bundle.File(file.folder(), file.name(), file.origin(), file.text().replaceFirst("title=\"[^\"]*\"",
                        "title=\"Ny utgåva\"").getBytes(StandardCharsets.UTF_8))).toList();
        return Bundle.of(PROV, bases, List.of());
    }

    private String running() throws IOException {
        try (var table = repository.getResourceAsStream(publications.running("provlan").orElseThrow().deploymentId(), TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Deployment> deployments() {
        return repository.createDeploymentQuery().tenantIdIn("provlan").list();
    }
}
