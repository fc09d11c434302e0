package se.sip.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static se.sip.testing.Journey.SCHOOL;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.sip.Clause;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.Journey;
import se.sip.testing.SipTest;

/** What managers and statistics readers see of a period, and what they do not. */
@SipTest
class StatisticsTest {

    private static final String MANY = "vgr-prov-many";
    private static final String FEW = "vgr-prov-few";
    private static final String SOME = "vgr-prov-some";
    private static final Period YEAR = new Period(2031, 0);

    @Autowired
    Statistics statistics;
    @Autowired
    CaseDriver sip;
    @Autowired
    Journey journey;
    @Autowired
    JdbcTemplate jdbc;
    @Autowired
    IdentityService identity;
    @Autowired
    WebApplicationContext context;

    @AfterEach
    void away() {
        jdbc.update("delete from sip.meeting where case_number like 'SIP-2031-9%'");
        jdbc.update("delete from sip.case_file where number like 'SIP-2031-9%'");
        jdbc.update("delete from sip.person where id_number like 'S31%'");
        jdbc.update("delete from sip.unit where id like 'vgr-prov-%'");
    }

    @Test
    @Clause("VGB-17")
    void daysFromNeedToMeetingAreCountedAsTheMedianAndTheNinetiethPercentile() {
        unit(MANY);
        for (int i = 1; i <= 10; i++) {
            met(MANY, i, 5 * i, 2);
        }
        Statistics.Report report = statistics.of("vgr", YEAR, Set.of());
        Statistics.Row row = row(report, MANY);
        assertThat(row.of(Measure.STARTED).number()).isEqualTo(10);
        assertThat(row.of(Measure.MET).number()).isEqualTo(10);
        assertThat(row.median()).isEqualTo(27.5);
        assertThat(row.ninetieth()).isEqualTo(45.5);
        assertThat(row.inTime()).as("4 of 10 within three weeks, but four is fewer than five").isNull();
        assertThat(row(statistics.of("vgr", YEAR, Set.of(MANY)), MANY).inTime()).isEqualTo(40);
        assertThat(statistics.of("vgr", new Period(2031, 4), Set.of()).whole().of(Measure.STARTED).number()).isZero();
    }

    @Test
    void smallGroupsAreHiddenFromOthersAndNotReckonedOutOfTheSum() {
        unit(MANY);
        unit(SOME);
        unit(FEW);
        for (int i = 1; i <= 30; i++) {
            opened(MANY, i, "2031-02-01");
        }
        for (int i = 31; i <= 38; i++) {
            opened(SOME, i, "2031-02-01");
        }
        for (int i = 39; i <= 41; i++) {
            opened(FEW, i, "2031-02-01");
        }
        Statistics.Report others = statistics.of("vgr", YEAR, Set.of());
        assertThat(row(others, FEW).of(Measure.STARTED).number()).isNull();
        assertThat(row(others, SOME).of(Measure.STARTED).number()).as("or the sum would tell").isNull();
        assertThat(row(others, MANY).of(Measure.STARTED).number()).isEqualTo(30);
        assertThat(others.whole().of(Measure.STARTED).number()).isEqualTo(41);

        Statistics.Report own = statistics.of("vgr", YEAR, Set.of(FEW));
        assertThat(row(own, FEW).of(Measure.STARTED).number()).isEqualTo(3);
        assertThat(row(own, SOME).of(Measure.STARTED).number()).isEqualTo(8);
    }

    @Test
    void aHalfIsNotReckonedOutOfTheWholeAndTheOtherHalf() {
        unit(MANY);
        unit(SOME);
        for (int i = 1; i <= 10; i++) {
            met(MANY, i, i <= 8 ? 10 : 30, 2);
            met(SOME, 100 + i, i <= 5 ? 10 : 30, 2);
        }
        Statistics.Report report = statistics.of("vgr", YEAR, Set.of());
        for (String unit : List.of(MANY, SOME)) {
            assertThat(row(report, unit).of(Measure.MET).number()).as(unit).isEqualTo(10);
            assertThat(row(report, unit).of(Measure.IN_TIME).number()).as("two late ones of a unit would show: " + unit).isNull();
            assertThat(row(report, unit).of(Measure.NOT_IN_TIME).number()).as(unit).isNull();
            assertThat(row(report, unit).inTime()).isNull();
        }
        assertThat(report.whole().of(Measure.NOT_IN_TIME).number()).isEqualTo(7);
        assertThat(report.whole().inTime()).isEqualTo(65);
        assertThat(row(statistics.of("vgr", YEAR, Set.of(MANY)), MANY).of(Measure.NOT_IN_TIME).number()).isEqualTo(2);
    }

    @Test
    void aYearDoesNotTellTheOneQuarterThatIsHidden() {
        unit(FEW);
        unit(MANY);
        for (int i = 1; i <= 20; i++) {
            opened(FEW, i, "2031-02-01");
            opened(MANY, 100 + i, "2031-02-01");
            opened(MANY, 200 + i, "2031-05-01");
        }
        for (int i = 31; i <= 33; i++) {
            opened(FEW, i, "2031-05-01");
        }
        assertThat(row(statistics.of("vgr", new Period(2031, 2), Set.of()), FEW).of(Measure.STARTED).number()).isNull();
        assertThat(row(statistics.of("vgr", new Period(2031, 1), Set.of()), FEW).of(Measure.STARTED).number()).isEqualTo(20);
        assertThat(row(statistics.of("vgr", YEAR, Set.of()), FEW).of(Measure.STARTED).number()).isNull();
    }

    @Test
    @Clause({"BOR-12", "VGU-147", "BOR-22"})
    void aWholeCaseIsCountedWhereItBelongs() {
        Statistics.Report before = statistics.of("vgr", new Period(2026, 0), Set.of(SCHOOL));
        journey.toFollowUp(Children.bornOn("20140819"));
        Statistics.Report after = statistics.of("vgr", new Period(2026, 0), Set.of(SCHOOL));
        for (Measure measure : List.of(Measure.STARTED, Measure.MET, Measure.IN_TIME, Measure.STATUTORY)) {
            assertThat(number(after, measure)).as(measure.name()).isEqualTo(number(before, measure) + 1);
        }
        assertThat(number(after, Measure.LOCAL)).isEqualTo(number(before, Measure.LOCAL));
        assertThat(after.codes()).containsKey("AU124");
    }

    @Test
    void thePageAndTheFileAreForManagersAndStatisticsReadersOfTheCounty() throws Exception {
        MockMvc web = MockMvcBuilders.webAppContextSetup(context).build();
        sip.today("2031-12-01");
        unit(MANY);
        for (int i = 1; i <= 10; i++) {
            met(MANY, i, 10, 2);
        }
        identity.setAuthentication("s", List.of("statistiklasare"), List.of("vgr"));
        web.perform(get("/statistik").principal(() -> "s")).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("<svg"))).andExpect(content().string(Matchers.containsString(MANY)));
        web.perform(get("/statistik.csv?kvartal=1")).andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("vgr;kvartal 1 2031;" + MANY + ";Första SIP-mötet hållet;10")));
        web.perform(get("/statistik?lan=halland").principal(() -> "s")).andExpect(status().isNotFound());
        web.perform(get("/statistik?ar=1999").principal(() -> "s")).andExpect(status().isNotFound());
        identity.setAuthentication("c", List.of("chef", SCHOOL + "-chef"), List.of("vgr"));
        web.perform(get("/statistik").principal(() -> "c")).andExpect(status().isOk());
        sip.as("anna", SCHOOL);
        web.perform(get("/statistik").principal(() -> "anna")).andExpect(status().isForbidden());
        web.perform(get("/statistik.csv")).andExpect(status().isForbidden());
        assertThatThrownBy(() -> new Period(2026, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long number(Statistics.Report report, Measure measure) {
        return report.units().stream().filter(r -> r.unit().equals(SCHOOL)).findFirst().map(r -> r.of(measure).number()).orElse(0L);
    }

    private static Statistics.Row row(Statistics.Report report, String unit) {
        return report.units().stream().filter(r -> r.unit().equals(unit)).findFirst().orElseThrow();
    }

    private void unit(String id) {
        jdbc.update("insert into sip.unit (id, county, name, principal, kind, it_service, has_login, valid_from)"
                + " values (?, 'vgr', ?, 'MUNICIPALITY', 'SCHOOL', true, true, date '2020-01-01')", id, id);
    }

    private String opened(String unit, int number, String day) {
        String id = "SIP-2031-9%05d".formatted(number);
        jdbc.update("insert into sip.person (county, id_number, id_kind, birth_date, given_name, family_name, protection)"
                + " values ('vgr', ?, 'PERSONNUMMER', date '2014-01-01', 'Prov', 'Person', 'NONE')", "S31" + number);
        jdbc.update("insert into sip.case_file (number, county, person_id, status, phase, convener_unit, convener_user, origin,"
                + " discovered_on, opened_on, urgent, indicators, risk_groups, needs_from, inpatient, meeting_due, version)"
                + " select ?, 'vgr', id, 'OPEN', 'FOLLOW_UP', ?, 'x', 'OWN_ASSESSMENT', cast(? as date), cast(? as date), false,"
                + " '', '', '', false, cast(? as date), 0 from sip.person where id_number = ?", id, unit, day, day,
                java.time.LocalDate.parse(day).plusDays(21).toString(), "S31" + number);
        return id;
    }

    private void met(String unit, int number, int days, int month) {
        String day = "2031-0" + (month - 1) + "-10";
        jdbc.update("insert into sip.meeting (case_number, occasion, status, starts_at, ends_at, place, form, documenter, held_from)"
                + " values (?, 'PLANNING', 'HELD', ?, ?, 'Rum', 'IN_PERSON', 'x', ?)", opened(unit, number, day), at(day, days),
                at(day, days), at(day, days));
    }

    private static java.sql.Timestamp at(String day, int days) {
        return java.sql.Timestamp.valueOf(java.time.LocalDate.parse(day).plusDays(days).atTime(13, 0));
    }
}
