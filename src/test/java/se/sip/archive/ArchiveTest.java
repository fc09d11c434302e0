package se.sip.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.audit.AuditKey;
import se.sip.casefile.CaseFiles;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** An ended case goes to the principals, each its own part, and is taken away only when all have confirmed. */
@SipTest
class ArchiveTest {

    private static final String MUNICIPALITY = "vgr-1490";
    private static final String REGION = "vgr-region";
    private static final StaffMember ADMIN = new StaffMember("lars", Set.of("lansadmin"), Set.of("vgr"));
    private static final StaffMember OF_MUNICIPALITY = archivist("arvid", MUNICIPALITY);
    private static final StaffMember OF_REGION = archivist("agda", REGION);
    private static final Set<String> STAY = Set.of("audit_entry", "audit_seal_head", "archive_package", "removed_case",
            "flyway_schema_history");

    @Autowired
    WebApplicationContext context;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    CaseFiles cases;
    @Autowired
    Archives archives;
    @Autowired
    Removal removal;
    @Autowired
    RemovedCases removed;
    @Autowired
    RecordRules rules;
    @Autowired
    AuditKey key;
    @Autowired
    HistoryService history;
    @Autowired
    IdentityService identity;
    @Autowired
    JdbcTemplate jdbc;
    private final ObjectMapper json = new ObjectMapper();
    private MockMvc web;

    @BeforeEach
    void pages() {
        web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Test
    @Clause({"HAL-111", "PDL 3:17"})
    void eachPrincipalGetsWhatItMadeOrReceivedAndNothingElse() throws IOException {
        String child = Children.bornOn("20140611");
        String number = ended(child, "NONE");
        assertThat(archives.make(ADMIN, number)).isEmpty();

        Map<String, byte[]> ofMunicipality = fetch(OF_MUNICIPALITY, number, MUNICIPALITY);
        JsonNode whole = json.readTree(ofMunicipality.get("arende.json"));
        assertThat(tables(whole)).contains("person", "guardian", "case_file", "preparation", "consent", "invitation",
                "meeting", "plan_version", "intervention", "case_event", "closure");
        assertThat(text(ofMunicipality, "arende.json")).contains("Alva", child, "Anpassad skolgång", "Skolfrånvaro");

        Map<String, byte[]> ofRegion = fetch(OF_REGION, number, REGION);
        JsonNode part = json.readTree(ofRegion.get("arende.json"));
        assertThat(tables(part)).contains("person", "disclosure", "invitation", "intervention", "notice")
                .doesNotContain("guardian", "case_file", "preparation", "consent", "plan_version", "closure");
        assertThat(text(ofRegion, "arende.json")).contains("Samtal varje vecka").as("what others undertook, or the family "
                + "told the school").doesNotContain("Anpassat schema", "Anpassad skolgång", "Per Lindqvist");
        part.at("/innehall").forEach(group -> group.get("rader").forEach(row -> List.of("unit_id", "party",
                "recipient_key", "actor_unit").forEach(column -> {
                    if (row.has(column) && !group.get("tabell").asText().equals("delivery")) {
                        assertThat(row.get(column).asText()).as(group.get("tabell") + " " + column).isEqualTo(BUP);
                    }
                })));
        assertThat(ofRegion.keySet()).as("the plan").anyMatch(f -> f.endsWith("-plan.pdf")).noneMatch(f -> f.contains("family"));
        assertThat(ofMunicipality.keySet().stream().filter(f -> f.startsWith("dokument/")).count())
                .isGreaterThan(ofRegion.keySet().stream().filter(f -> f.startsWith("dokument/")).count());
        ofRegion.forEach((file, bytes) -> {
            if (file.endsWith(".pdf")) {
                assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith("%PDF").contains("pdfaid");
            }
        });
    }

    @Test
    void theManifestNamesEveryFileByItsHashAndIsSealed() throws IOException {
        String number = journey.toAnswers(Children.bornOn("20140612"));
        sip.deliver(number);
        end(number);
        archives.make(ADMIN, number);
        assertThat(fetch(OF_REGION, number, REGION).keySet()).as("the call").anyMatch(f -> f.endsWith("-call.pdf"))
                .noneMatch(f -> f.endsWith("-plan.pdf"));
        Map<String, byte[]> files = fetch(OF_MUNICIPALITY, number, MUNICIPALITY);

        JsonNode manifest = json.readTree(files.get("manifest.json"));
        var named = new TreeSet<String>();
        for (JsonNode file : manifest.get("filer")) {
            named.add(file.get("fil").asText());
            assertThat(PackageFile.sha256(files.get(file.get("fil").asText()))).isEqualTo(file.get("sha256").asText());
        }
        assertThat(files.keySet()).containsAll(named).hasSize(named.size() + 2);
        assertThat(text(files, "manifest.sigill").strip()).isEqualTo(key.seal(text(files, "manifest.json")))
                .isNotEqualTo(key.seal(text(files, "manifest.json").replace("1490", "1491")));
        assertThat(manifest.get("bevarande").toString()).contains("1990:782", "Skola och elevhälsa");
        assertThat(json.readTree(fetch(OF_REGION, number, REGION).get("manifest.json")).get("bevarande").toString())
                .contains("PDL 3:17", "minst 10 år");
    }

    @Test
    void onlyAConfirmedHandoverLetsTheCaseGoAndThenNothingOfItIsLeft() throws Exception {
        String child = Children.bornOn("20140613");
        String number = ended(child, "NONE");
        List<String> instances = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list()
                .stream().map(i -> i.getId()).toList();
        assertThat(instances).isNotEmpty();
        assertThat(removal.remove(ADMIN, number)).contains("Borås kommun har inte bekräftat.",
                "Regionen har inte bekräftat.");

        archives.make(ADMIN, number);
        String right = hash(number, MUNICIPALITY);
        assertThat(archives.confirm(OF_MUNICIPALITY, number, MUNICIPALITY, right, "Stadsarkivet", "2027/17"))
                .as("before it is fetched").containsOnlyKeys("arende");
        fetch(OF_MUNICIPALITY, number, MUNICIPALITY);
        assertThat(archives.confirm(OF_MUNICIPALITY, number, MUNICIPALITY, "abc", " ", "x".repeat(201)))
                .containsOnlyKeys("summa", "mottagare", "kvittens");
        assertThat(archives.confirm(OF_MUNICIPALITY, number, MUNICIPALITY, right, "Stadsarkivet", "2027/17")).isEmpty();
        assertThat(archives.confirm(OF_MUNICIPALITY, number, MUNICIPALITY, "again", "", "")).as("a second click").isEmpty();
        assertThat(removal.remove(ADMIN, number)).containsExactly("Regionen har inte bekräftat.");
        confirm(OF_REGION, number, REGION);

        jdbc.update("update sip.case_file set late_reason = 'Något nytt' where number = ?", number);
        assertThat(removal.remove(ADMIN, number)).singleElement().asString().contains("Ärendet har ändrats", "Borås");
        jdbc.update("update sip.case_file set late_reason = null where number = ?", number);

        assertThat(removal.remove(ADMIN, number)).isEmpty();
        assertThat(removal.remove(ADMIN, number)).as("a second click").isEmpty();
        assertThat(leftIn("sip", Set.of(number, child), STAY)).isEmpty();
        var engine = new TreeSet<>(instances);
        engine.add(number);
        assertThat(leftIn("public", engine, Set.of())).isEmpty();

        identity.setAuthentication("greta", List.of("granskare"), List.of("vgr"));
        web.perform(post("/logg/sok").param("arende", child).principal(() -> "greta"))
                .andExpect(content().string(containsString("Gallrade")))
                .andExpect(content().string(containsString("Loggen är hel.")));
        web.perform(post("/logg/utdrag").param("arende", child).principal(() -> "greta")).andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        identity.setAuthentication("gun", List.of("granskare"), List.of("halland"));
        web.perform(post("/logg/sok").param("arende", number).principal(() -> "gun"))
                .andExpect(content().string(containsString("Inget ärende i ditt län har det numret.")));
    }

    @Test
    void aCaseThatRunsOrRestsOrIsNotDoneIsNotHandedOver() {
        String number = journey.toFollowUp(Children.bornOn("20140614"));
        sip.today("2028-01-01");
        assertThat(archives.make(ADMIN, number)).singleElement().asString().contains("Inget avslutat ärende");

        String resting = ended(Children.bornOn("20140615"), "NONE");
        sip.today("2026-08-01");
        assertThat(archives.make(ADMIN, resting)).singleElement().asString().contains("ska ligga kvar till");
        assertThat(archives.due(ADMIN)).extracting(Archives.Line::caseNumber).doesNotContain(resting);
        sip.today("2027-06-01");
        jdbc.update("insert into sip.deviation (case_number, unit_id, what, noted_at, noted_by) values (?, ?, 'x', "
                + "current_timestamp, 'anna')", resting, SCHOOL);
        assertThat(archives.make(ADMIN, resting)).singleElement().asString().contains("En avvikelse är inte gjord");
        jdbc.update("delete from sip.deviation where case_number = ?", resting);
        assertThat(archives.make(ADMIN, resting)).isEmpty();
    }

    @Test
    void whoeverConvenedEarlierGetsWhatItMadeUntilThen() throws IOException {
        String number = journey.toDispatch(Children.bornOn("20140616"));
        sip.start("handelse", Map.of("caseNumber", number, "kind", "HAND_OVER", "toUnit", BUP, "reason",
                "BUP har mest kontakt."));
        sip.pass(Duration.ofMinutes(5));
        sip.as("bo", BUP);
        end(number);
        archives.make(ADMIN, number);

        assertThat(tables(json.readTree(fetch(OF_REGION, number, REGION).get("arende.json"))))
                .contains("case_file", "preparation", "consent", "closure");
        JsonNode earlier = json.readTree(fetch(OF_MUNICIPALITY, number, MUNICIPALITY).get("arende.json"));
        assertThat(tables(earlier)).contains("case_file", "preparation", "consent").doesNotContain("closure");
        earlier.at("/innehall").forEach(group -> {
            if (group.get("tabell").asText().equals("case_file")) {
                assertThat(group.get("rader").get(0).has("need_description")).isTrue();
                assertThat(group.get("rader").get(0).has("end_kind")).as("what BUP did later").isFalse();
            }
        });
    }

    @Test
    void eachRoleDoesItsOwnPartAndSeesNoMore() throws Exception {
        String number = ended(Children.bornOn("20140617"), "NONE");
        as(ADMIN);
        page(get("/gallring")).andExpect(content().string(containsString(number)))
                .andExpect(content().string(not(containsString("Alva"))));
        page(post("/gallring/paket").param("arende", number)).andExpect(status().is3xxRedirection());
        page(post("/gallring/hamta").param("arende", number).param("huvudman", MUNICIPALITY))
                .andExpect(status().isForbidden());
        page(post("/gallring/ta-bort").param("arende", number)).andExpect(status().is3xxRedirection());
        page(post("/gallring/ta-bort").param("arende", number).param("saker", "true"));
        assertThat(cases.find(number)).as("nobody has confirmed").isPresent();

        as(OF_REGION);
        page(get("/gallring")).andExpect(content().string(containsString(number)))
                .andExpect(content().string(not(containsString("Borås kommun"))));
        page(post("/gallring/hamta").param("arende", number).param("huvudman", MUNICIPALITY))
                .andExpect(status().isNotFound());
        page(post("/gallring/hamta").param("arende", number).param("huvudman", REGION)).andExpect(status().isOk())
                .andExpect(content().contentType("application/zip"));
        var refused = page(post("/gallring/bekrafta").param("arende", number).param("huvudman", REGION)
                .param("summa", "abc")).andReturn().getFlashMap();
        page(get("/gallring").flashAttrs(refused)).andExpect(content().string(containsString("är inte paketets")))
                .andExpect(content().string(containsString("Skriv vem eller vilket arkiv")))
                .andExpect(content().string(containsString("value=\"abc\"")));
        page(post("/gallring/paket").param("arende", number)).andExpect(status().isForbidden());
        page(post("/gallring/ta-bort").param("arende", number).param("saker", "true")).andExpect(status().isForbidden());
        for (StaffMember stranger : List.of(new StaffMember("h", Set.of("lansadmin"), Set.of("halland")),
                archivist("p", "vgr-1401"), new StaffMember("x", Set.of("arkiv-" + MUNICIPALITY), Set.of("vgr")))) {
            assertThat(archives.fetch(stranger, number, MUNICIPALITY)).isEmpty();
            assertThat(archives.due(stranger)).extracting(Archives.Line::caseNumber).doesNotContain(number);
            assertThat(removal.remove(stranger, number)).isNotEmpty();
        }
    }

    @Test
    void withProtectedIdentityOnlyANamedArchivistFetches() throws IOException {
        String number = ended(Children.bornOn("20140618"), "CONFIDENTIAL_MARKING");
        assertThat(archives.make(ADMIN, number)).containsExactly(
                "Borås kommun: en chef behöver först namnge en arkivansvarig.");
        member("arvid", "arkiv-" + MUNICIPALITY);
        name(number, SCHOOL, "arvid");

        assertThat(archives.make(ADMIN, number)).isEmpty();
        assertThat(archives.fetch(archivist("annan", MUNICIPALITY), number, MUNICIPALITY)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from sip.audit_entry where chain = ? and action = 'REFUSED'",
                Integer.class, number)).isPositive();
        assertThat(fetch(OF_MUNICIPALITY, number, MUNICIPALITY)).isNotEmpty();
        identity.setAuthentication("arvid", List.copyOf(OF_MUNICIPALITY.groups()), List.of("vgr"));
        assertThat(catching(() -> web.perform(get("/arenden/" + number).principal(() -> "arvid")).andReturn()
                .getResponse().getStatus())).as("the case itself stays closed").isEqualTo(404);
    }

    /** What is about no case has a day to go; what is about a case has none. */
    @Test
    void theNightlyCleanUpLeavesCasesAlone() {
        String number = ended(Children.bornOn("20140619"), "NONE");
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list()).isNotEmpty()
                .allMatch(i -> i.getRemovalTime() == null);
        // Other tests start one of their own, under a key as a case's.
        assertThat(history.createHistoricProcessInstanceQuery().processDefinitionKey("daglig_kontroll").finished().list())
                .as("daily checks").filteredOn(i -> i.getBusinessKey() == null).isNotEmpty()
                .allMatch(i -> i.getRemovalTime() != null);
    }

    /** Whoever adds a table with a case's records says in archive/records.yml who keeps what of it. */
    @Test
    void everyTableOfACaseHasItsRule() {
        var known = new TreeSet<String>(STAY);
        rules.tables().forEach(table -> known.add(table.table()));
        List<String> ofCases = jdbc.queryForList("select lower(table_name) from information_schema.columns where"
                + " lower(table_schema) = 'sip' and lower(column_name) = 'case_number'", String.class);
        assertThat(ofCases).isNotEmpty().allSatisfy(table -> assertThat(known).as(table).contains(table));
    }

    private String ended(String child, String protection) {
        String number = protection.equals("NONE") ? journey.toFollowUp(child)
                : journey.toDispatch(child, protection);
        sip.deliver(number);
        end(number);
        return number;
    }

    private void end(String number) {
        if (cases.byNumber(number).convenerUnit().equals(SCHOOL)) {
            journey.convener();
        }
        sip.start("handelse", Map.of("caseNumber", number, "kind", "ADMINISTRATIVE_END", "endKind", "MOVED", "reason",
                "Familjen har flyttat."));
        sip.runJobs();
        sip.deliver(number);
        String convener = cases.byNumber(number).convenerUnit();
        sip.as(cases.byNumber(number).convenerUser().isBlank() ? "bo" : "anna", convener);
        var rows = new ArrayList<Map<String, Object>>();
        sip.known(sip.onlyTask(number, "besked"), "besked").get("told")
                .forEach(row -> rows.add(Map.of("toldOn", sip.today().toString(), "how", "MEETING")));
        sip.fill(number, "besked", Map.of("told", rows, "documented", true, "whereToTurn", "Elevhälsan"));
        for (var task : sip.tasksWith(number, "besked_enhet")) {
            sip.as("kollega", SCHOOL, SOCIAL, BUP);
            sip.fill(task, "besked_enhet", Map.of("documentedOn", sip.today().toString()));
        }
        sip.runJobs();
        sip.deliver(number);
        for (var letter : sip.tasksWith(number, "posta")) {
            sip.as("kollega", convener);
            sip.fill(letter, "posta", Map.of("postedOn", sip.today().toString(), "postedBy", "Anna Kurator"));
        }
        sip.runJobs();
        sip.today("2027-06-01").asSystem();
    }

    private void name(String number, String unit, String archivist) {
        identity.setAuthentication("c", List.of("chef", unit + "-chef"), List.of("vgr"));
        assertThat(catching(() -> web.perform(post("/namngivna/" + number).param("enhet", unit).param("handlaggare",
                archivist).param("skal", "Tar över ärendet.").principal(() -> "c")).andReturn().getResponse()
                .getRedirectedUrl())).isEqualTo("/namngivna?klart");
        identity.clearAuthentication();
    }

    private void member(String user, String group) {
        if (identity.createUserQuery().userId(user).count() == 0) {
            identity.saveUser(identity.newUser(user));
        }
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        if (identity.createUserQuery().userId(user).memberOfGroup(group).count() == 0) {
            identity.createMembership(user, group);
        }
    }

    private void confirm(StaffMember who, String number, String principal) throws IOException {
        fetch(who, number, principal);
        assertThat(archives.confirm(who, number, principal, hash(number, principal), "Arkivet", "1")).isEmpty();
    }

    private String hash(String number, String principal) {
        return jdbc.queryForObject("select hash from sip.archive_package where case_number = ? and principal = ?",
                String.class, number, principal);
    }

    private Map<String, byte[]> fetch(StaffMember who, String number, String principal) throws IOException {
        byte[] zip = archives.fetch(who, number, principal).orElseThrow().content();
        assertThat(PackageFile.sha256(zip)).isEqualTo(hash(number, principal));
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static List<String> tables(JsonNode records) {
        var tables = new ArrayList<String>();
        records.get("innehall").forEach(group -> tables.add(group.get("tabell").asText()));
        return tables;
    }

    private static String text(Map<String, byte[]> files, String file) {
        return new String(files.get(file), StandardCharsets.UTF_8);
    }

    private void as(StaffMember who) {
        identity.setAuthentication(who.userId(), List.copyOf(who.groups()), List.copyOf(who.counties()));
    }

    private ResultActions page(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.principal(() -> "x"));
    }

    private static StaffMember archivist(String user, String principal) {
        return new StaffMember(user, Set.of("arkivansvarig", "arkiv-" + principal), Set.of("vgr"));
    }

    /** Tables and columns of the schema that hold any of the texts. */
    private Set<String> leftIn(String schema, Set<String> texts, Set<String> except) {
        var found = new TreeSet<String>();
        jdbc.query("select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t"
                + " on t.table_schema = c.table_schema and t.table_name = c.table_name where lower(c.table_schema) = ?"
                + " and lower(t.table_type) like '%table%' and lower(c.data_type) in ('character varying', 'character large object', 'text')",
                row -> {
                    String table = row.getString(1).toLowerCase(Locale.ROOT);
                    String column = row.getString(2).toLowerCase(Locale.ROOT);
                    if (except.contains(table)) {
                        return;
                    }
                    for (String text : texts) {
                        Integer rows = jdbc.queryForObject("select count(*) from " + schema + "." + table + " where \""
                                + row.getString(2) + "\" like ?", Integer.class, "%" + text + "%");
                        if (rows != null && rows > 0) {
                            found.add(table + "." + column);
                        }
                    }
                }, schema);
        return found;
    }

    private interface Work<T> {
        T done() throws Exception;
    }

    private static <T> T catching(Work<T> work) {
        try {
            return work.done();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
