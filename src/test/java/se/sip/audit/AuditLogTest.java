package se.sip.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.repository.support.Repositories;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.CaseLog;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.Documents;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** Who read or changed what, for which unit and why; and whoever takes a row away or rewrites it is found out. */
@SipTest
class AuditLogTest {

    private static final String DAY = "2026-03-06";

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    CaseLog story;
    @Autowired
    Documents documents;
    @Autowired
    AuditChains chains;
    @Autowired
    AuditCheck check;
    @Autowired
    AuditSeals seals;
    @Autowired
    AuditTexts texts;
    @Autowired
    IdentityService identity;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    TransactionTemplate transaction;
    private MockMvc web;
    private String child;
    private String number;

    @BeforeEach
    void aCaseWithAnswersToCome() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
        child = Children.bornOn("20140404");
        number = journey.toAnswers(child);
        sip.today(DAY).as("anna", SCHOOL);
    }

    @Test
    @Clause("PDL 4:3")
    void everyReadIsNotedWithWhoForWhichUnitAndWhy() throws Exception {
        sip.deliver(number);
        long document = documents.of(number).stream().filter(d -> d.kind() == DocumentKind.CALL).findFirst()
                .orElseThrow().id();
        String task = sip.tasksWith(number, "svar").get(0).getId();

        web.perform(get("/arenden/" + number).principal(() -> "anna")).andExpect(status().isOk());
        web.perform(get("/api/cases/" + number)).andExpect(status().isOk());
        web.perform(get("/api/cases/" + number + "/documents")).andExpect(status().isOk());
        web.perform(get("/api/cases/" + number + "/documents/" + document)).andExpect(status().isOk());
        sip.as("bengt", SOCIAL, BUP);
        web.perform(get("/api/tasks/" + task)).andExpect(status().isOk());
        web.perform(post("/arenden/sok").param("personnummer", child).principal(() -> "bengt"))
                .andExpect(status().isOk());

        assertThat(of(AuditAction.READ)).extracting(AuditEntry::actor, AuditEntry::subject, AuditEntry::occasion)
                .containsExactly(
                        tuple("anna", AuditSubject.CASE, Occasion.CASE),
                        tuple("anna", AuditSubject.CASE, Occasion.CASE),
                        tuple("anna", AuditSubject.DOCUMENTS, Occasion.CASE),
                        tuple("anna", AuditSubject.DOCUMENT, Occasion.CASE),
                        tuple("bengt", AuditSubject.TASK, Occasion.TASK),
                        tuple("bengt", AuditSubject.SEARCH, Occasion.SEARCH));
        assertThat(of(AuditAction.READ)).allSatisfy(e -> {
            assertThat(e.unit()).isIn(SCHOOL, SOCIAL, BUP);
            assertThat(e.at().toLocalDate()).isEqualTo(DAY);
            assertThat(e.county()).isEqualTo("vgr");
        });
        assertThat(of(AuditAction.READ).get(3).detail()).isEqualTo(String.valueOf(document));
        assertThat(check.faultsOf(number)).isEmpty();
    }

    @Test
    void aListIsNotedOncePerDayAndUserHoweverOftenItReloads() throws Exception {
        for (int i = 0; i < 3; i++) {
            web.perform(post("/api/cases/cards").contentType(MediaType.APPLICATION_JSON)
                    .content("{\"numbers\": [\"" + number + "\"]}")).andExpect(status().isOk());
        }
        assertThat(of(AuditAction.LISTED)).hasSize(1);

        sip.as("bengt", BUP);
        web.perform(get("/arenden").principal(() -> "bengt")).andExpect(content().string(containsString(number)));
        assertThat(of(AuditAction.LISTED)).extracting(AuditEntry::actor).containsExactly("anna", "bengt");
        sip.today("2026-03-07");
        web.perform(get("/arenden").principal(() -> "bengt"));
        assertThat(of(AuditAction.LISTED)).hasSize(3);
    }

    @Test
    void whoAsksForWhatIsNotTheirsIsNotedToo() throws Exception {
        sip.as("hanna", "vgr-habilitering-boras");
        web.perform(get("/api/cases/" + number)).andExpect(status().isNotFound());
        web.perform(get("/arenden/" + number).principal(() -> "hanna")).andExpect(status().isNotFound());

        assertThat(of(AuditAction.READ)).isEmpty();
        assertThat(of(AuditAction.REFUSED)).extracting(AuditEntry::actor, AuditEntry::unit)
                .containsOnly(tuple("hanna", "vgr-habilitering-boras")).hasSize(2);
    }

    @Test
    void aChangeIsNotedWithItsTransactionAndNotWithoutIt() {
        int before = of(AuditAction.CHANGED).size();
        transaction.executeWithoutResult(open -> {
            cases.save(cases.byNumber(number).withLateReason("Sjukdom."));
            story.add(number, "DEVIATION_NOTED", "Något hände.");
        });
        assertThat(of(AuditAction.CHANGED)).hasSize(before + 1).last().satisfies(e -> {
            assertThat(e.detail()).isEqualTo("CaseFile,CaseEvent:DEVIATION_NOTED");
            assertThat(e.actor()).isEqualTo("anna");
            assertThat(texts.what(e)).startsWith("Ändrade ärendet: ").doesNotContain("CaseFile", "DEVIATION");
        });

        transaction.executeWithoutResult(open -> {
            story.add(number, "DEVIATION_NOTED", "Ändrade sig.");
            open.setRollbackOnly();
        });
        assertThat(of(AuditAction.CHANGED)).hasSize(before + 1);
        assertThat(check.faultsOf(number)).isEmpty();
    }

    @Test
    void everyRecordHasANameInTheLog() {
        var records = new ArrayList<Class<?>>();
        new Repositories(context).forEach(records::add);
        assertThat(records).hasSizeGreaterThan(30);
        assertThat(records.stream().filter(t -> !texts.knows(t)).toList())
                .as("kinds of record without a text in texts/logg.properties").isEmpty();
    }

    @Test
    void aChangedARemovedAndACutOffRowShow() {
        seals.seal();
        int rows = chains.of(number).size();
        assertThat(check.faultsOf(number)).isEmpty();
        assertThat(check.faultsOfSeals()).isEmpty();

        tamper("update sip.audit_entry set actor = 'nagon-annan' where chain = ? and seq = 2", number);
        assertThat(check.faultsOf(number)).contains("Rad 2 har ändrats.");
        tamper("delete from sip.audit_entry where chain = ? and seq = 1", number);
        assertThat(check.faultsOf(number)).contains("Rad 1 saknas.");
        tamper("delete from sip.audit_entry where chain = ? and seq = " + rows, number);
        assertThat(check.faultsOf(number)).anySatisfy(f -> assertThat(f).startsWith("Rad " + rows + " till " + rows
                + " saknas i slutet"));
        assertThat(check.faultsOfAll(List.of("vgr"))).containsKey(number);
        tamper("update sip.audit_seal_head set hash = '" + "1".repeat(64) + "' where chain = ?", number);
        assertThat(check.faultsOfSeals()).singleElement().asString().contains("har ändrats");
        // The other tests' seals are to hold again.
        tamper("delete from sip.audit_seal_head where chain <> ?", "x");
        tamper("delete from sip.audit_seal where mac <> ?", "x");
    }

    @Test
    void aRowThatIsRewrittenWithARightHashOfItsOwnBreaksTheChain() {
        AuditEntry second = chains.of(number).get(1);
        var forged = new AuditEntry(second.chain(), second.seq(), second.county(), second.at(), "oskyldig",
                second.unit(), second.action(), second.subject(), second.detail(), second.occasion(), second.reason(),
                second.previous(), null);
        tamper("update sip.audit_entry set actor = 'oskyldig', hash = '" + forged.rightHash()
                + "' where chain = ? and seq = 2", number);

        assertThat(check.faultsOf(number)).containsExactly("Rad 3 följer inte på raden före: den raden har bytts ut.");
    }

    @Test
    void postgresqlRefusesToChangeTheLog() {
        if (!onPostgresql()) {
            return;
        }
        for (String attempt : List.of("update sip.audit_entry set actor = 'x'", "delete from sip.audit_entry",
                "truncate sip.audit_entry", "delete from sip.audit_seal", "update sip.audit_seal_head set seq = 1")) {
            assertThatThrownBy(() -> jdbc.update(attempt)).isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("append-only");
        }
    }

    @Test
    void aReviewerSearchesTheLogOfTheirCountyAndNobodyElseDoes() throws Exception {
        web.perform(get("/api/cases/" + number));
        for (String role : List.of("handlaggare", "chef", "driftadmin", "lansadmin", "processagare")) {
            identity.setAuthentication("x", List.of(role), List.of("vgr"));
            web.perform(get("/logg").principal(() -> "x")).andExpect(status().isForbidden());
            web.perform(post("/logg/sok").principal(() -> "x")).andExpect(status().isForbidden());
            web.perform(post("/logg/utdrag").param("arende", number).principal(() -> "x"))
                    .andExpect(status().isForbidden());
            web.perform(post("/logg/kontroll").principal(() -> "x")).andExpect(status().isForbidden());
        }
        identity.setAuthentication("greta", List.of("granskare"), List.of("vgr"));
        web.perform(get("/logg").principal(() -> "greta")).andExpect(status().isOk());
        web.perform(post("/logg/sok").param("arende", child).param("handelse", "READ").principal(() -> "greta"))
                .andExpect(content().string(containsString("Läste ärendet")))
                .andExpect(content().string(containsString("anna")))
                .andExpect(content().string(containsString("Elevhälsan i Borås")))
                .andExpect(content().string(containsString("Loggen är hel.")));
        web.perform(post("/logg/sok").param("anvandare", "anna").param("till", "2026-03-05").principal(() -> "greta"))
                .andExpect(content().string(not(containsString("Läste ärendet"))));
        web.perform(post("/logg/sok").param("fran", "i går").principal(() -> "greta"))
                .andExpect(content().string(containsString("Skriv datumet som ÅÅÅÅ-MM-DD.")));
        assertThat(of(AuditAction.READ)).last().satisfies(e -> {
            assertThat(e.actor()).isEqualTo("greta");
            assertThat(e.subject()).isEqualTo(AuditSubject.LOG);
            assertThat(e.occasion()).isEqualTo(Occasion.REVIEW);
        });

        identity.setAuthentication("gun", List.of("granskare"), List.of("halland"));
        web.perform(post("/logg/sok").param("arende", number).principal(() -> "gun"))
                .andExpect(content().string(containsString("Inget ärende i ditt län har det numret.")));
        web.perform(post("/logg/sok").param("anvandare", "anna").principal(() -> "gun"))
                .andExpect(content().string(not(containsString(number))));
    }

    @Test
    @Clause("PDL 8:5")
    void thePersonGetsUnitsAndTimesOnPaperAndNoNamesOfStaff() throws Exception {
        web.perform(get("/api/cases/" + number));
        identity.setAuthentication("greta", List.of("granskare"), List.of("vgr"));

        byte[] pdf = web.perform(post("/logg/utdrag").param("arende", child).principal(() -> "greta"))
                .andExpect(status().isOk()).andExpect(content().contentType(MediaType.APPLICATION_PDF)).andReturn()
                .getResponse().getContentAsByteArray();

        assertThat(text(pdf)).contains("Vem har tagit del av mina uppgifter", "Elevhälsan i Borås", DAY + " 09:00",
                "Läste ärendet", number).doesNotContain("anna");
        web.perform(post("/logg/utdrag").principal(() -> "greta"))
                .andExpect(content().string(containsString("Skriv personnummer eller ärendenummer")));
    }

    private List<AuditEntry> of(AuditAction action) {
        return chains.of(number).stream().filter(e -> e.action() == action).toList();
    }

    /** As somebody would who owns the database. */
    private void tamper(String statement, String key) {
        String table = statement.replaceFirst("^(update|delete from) (\\S+).*", "$2");
        if (onPostgresql()) {
            jdbc.execute("alter table " + table + " disable trigger all");
        }
        assertThat(jdbc.update(statement, key)).as(statement).isPositive();
        if (onPostgresql()) {
            jdbc.execute("alter table " + table + " enable trigger all");
        }
    }

    private boolean onPostgresql() {
        return "postgresql".equals(System.getProperty("sip.test.database"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }
}
