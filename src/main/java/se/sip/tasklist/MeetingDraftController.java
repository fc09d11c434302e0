package se.sip.tasklist;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;
import se.sip.access.StaffNames;
import se.sip.audit.AuditSubject;
import se.sip.audit.ReadsCase;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Disclosures;
import se.sip.meeting.MeetingClock;
import se.sip.meeting.MeetingClocks;

/** What mötesläge saves while people talk: the plan of a case whose meeting goes on. */
@RestController
@RequestMapping("/api/cases/{number}/meeting")
class MeetingDraftController {

    private static final int LONGEST = 200_000;
    private static final long LONGEST_MEETING_S = 24 * 60 * 60;

    private final MeetingDrafts drafts;
    private final CaseFiles cases;
    private final Disclosures disclosures;
    private final StaffDirectory staff;
    private final StaffNames names;
    private final Clock clock;

    MeetingDraftController(MeetingDrafts drafts, CaseFiles cases, Disclosures disclosures, StaffDirectory staff,
            StaffNames names, Clock clock) {
        this.drafts = drafts;
        this.cases = cases;
        this.disclosures = disclosures;
        this.staff = staff;
        this.names = names;
        this.clock = clock;
    }

    @ReadsCase(AuditSubject.MEETING)
    @GetMapping
    FormContexts.Context context(@PathVariable String number) {
        return drafts.context(open(number), me());
    }

    @PostMapping("/check")
    TaskController.Checked check(@PathVariable String number, @RequestBody JsonNode content) {
        return new TaskController.Checked(drafts.missing(open(number), content, me()));
    }

    @PutMapping("/draft")
    TaskController.SavedDraft keep(@PathVariable String number, @RequestParam(required = false) Long version,
            @RequestBody JsonNode content) {
        if (content.toString().length() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "Utkastet är för stort för att sparas.");
        }
        Draft kept = drafts.keep(open(number), content, me(), version);
        return new TaskController.SavedDraft(names.of(kept.author()), kept.savedAt(), kept.version());
    }

    /**
     * A mark of the meeting's clock.
     *
     * @param secondsAgo how long ago it was made: a page that could not reach the server sends it later
     */
    record ClockMark(MeetingClocks.Mark mark, long secondsAgo) {
    }

    /** @param at now, by the server's clock, from which the page counts */
    record ClockShown(LocalDateTime begunAt, List<MeetingClock.Pause> breaks, LocalDateTime at) {
    }

    @GetMapping("/clock")
    ClockShown clock(@PathVariable String number) {
        return shown(drafts.clock(open(number)));
    }

    @PostMapping("/clock")
    ClockShown mark(@PathVariable String number, @RequestBody ClockMark made) {
        if (made.mark() == null || made.secondsAgo() < 0 || made.secondsAgo() > LONGEST_MEETING_S) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Klockan kunde inte läsas.");
        }
        return shown(Optional.of(drafts.mark(open(number), made.mark(), made.secondsAgo())));
    }

    private ClockShown shown(Optional<MeetingClock> kept) {
        return new ClockShown(kept.map(MeetingClock::begunAt).orElse(null), kept.map(MeetingClock::breaks)
                .orElse(List.of()), LocalDateTime.now(clock));
    }

    private CaseFile open(String number) {
        return cases.find(number).filter(c -> disclosures.mayRead(me(), c) && drafts.isOpenTo(me(), c))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
                        "Ärendet finns inte, eller så är mötet redan avslutat."));
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
