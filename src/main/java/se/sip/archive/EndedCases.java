package se.sip.archive;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.engine.CaseProcesses;

/** Ended cases, when it is time to hand them over, and what stands in the way. */
@Component
class EndedCases {

    /** A page's worth; the oldest first, so that the rest comes when these are done. */
    static final int MOST = 200;

    private final NamedParameterJdbcTemplate jdbc;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Clock clock;
    private final Duration rest;

    EndedCases(NamedParameterJdbcTemplate jdbc, CaseFiles cases, CaseProcesses processes, Clock clock,
            @Value("${sip.archive.after}") Duration rest) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.processes = processes;
        this.clock = clock;
        this.rest = rest;
    }

    /** Numbers of cases of the counties whose time has come, the oldest ending first. */
    List<String> due(Collection<String> counties) {
        return counties.isEmpty() ? List.of() : jdbc.queryForList("""
                select number from sip.case_file where county in (:counties) and status = 'CLOSED' and ended_at <= :until
                 order by ended_at, number fetch first :most rows only""", new MapSqlParameterSource("counties",
                counties).addValue("until", Timestamp.valueOf(LocalDateTime.now(clock).minus(rest)))
                .addValue("most", MOST), String.class);
    }

    /** An ended case of the counties. */
    Optional<CaseFile> find(Collection<String> counties, String number) {
        return cases.find(number).filter(c -> counties.contains(c.county()) && !c.isOpen() && c.endedAt() != null);
    }

    LocalDate dueOn(CaseFile caseFile) {
        return caseFile.endedAt().plus(rest).toLocalDate();
    }

    /** Why the case cannot be handed over or taken away now, in Swedish; empty where nothing stands in the way. */
    List<String> hindrances(CaseFile caseFile) {
        var found = new ArrayList<String>();
        LocalDateTime now = LocalDateTime.now(clock);
        if (now.isBefore(caseFile.endedAt().plus(rest))) {
            found.add("Ärendet ska ligga kvar till och med " + dueOn(caseFile) + ".");
        }
        if (caseFile.noticesLeaveAt() != null && now.isBefore(caseFile.noticesLeaveAt())) {
            found.add("Avslutet kan fortfarande tas tillbaka.");
        }
        int running = processes.running(caseFile.number()).size();
        if (running > 0) {
            found.add("Något pågår ännu i ärendet, till exempel ett utskick, en avvikelse eller en tvist (" + running + ").");
        }
        unfinished(caseFile.number(), "dispute", "status = 'OPEN'", "En tvist är inte löst.", found);
        unfinished(caseFile.number(), "deviation", "made_on is null",
                "En avvikelse är inte gjord i den egna huvudmannens system.", found);
        unfinished(caseFile.number(), "delivery", "status in ('CREATED', 'ATTEMPTED', 'FAILED', 'UNCLEAR')",
                "Ett utskick är inte klart.", found);
        return found;
    }

    private void unfinished(String number, String table, String condition, String what, List<String> found) {
        Integer rows = jdbc.queryForObject("select count(*) from sip." + table + " where case_number = :number and "
                + condition, new MapSqlParameterSource("number", number), Integer.class);
        if (rows != null && rows > 0) {
            found.add(what);
        }
    }
}
