package se.sip.tasklist;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps one draft per task; a colleague who takes over goes on with it. */
@Service
class Drafts {

    private final DraftRepository drafts;
    private final Clock clock;

    Drafts(DraftRepository drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Key of what is written at the meeting of a case, before there is a task to write the plan in. */
    static String atMeeting(String caseNumber) {
        return "mote:" + caseNumber;
    }

    /** Somebody else has saved since the writer opened the form; nothing is lost, the writer decides. */
    static class OverwrittenException extends RuntimeException {

        private final transient Draft newest;

        OverwrittenException(Draft newest) {
            super("A newer version of the draft has been saved");
            this.newest = newest;
        }

        Draft newest() {
            return newest;
        }
    }

    /**
     * @param madeFrom version that the writer has seen; null to write over whatever there is
     * @throws OverwrittenException where there is a newer one
     */
    @Transactional
    public Draft keep(String taskId, String author, String content, Long madeFrom) {
        var now = LocalDateTime.now(clock);
        Optional<Draft> kept = drafts.findById(taskId);
        if (kept.isEmpty()) {
            drafts.insert(taskId, author, now, content);
            return new Draft(taskId, author, now, content, 1);
        }
        long version = madeFrom == null ? kept.get().version() : madeFrom;
        if (drafts.replace(taskId, author, now, content, version) == 0) {
            throw new OverwrittenException(drafts.findById(taskId).orElseThrow());
        }
        return new Draft(taskId, author, now, content, version + 1);
    }

    public Optional<Draft> of(String taskId) {
        return drafts.findById(taskId);
    }

    public void discard(String taskId) {
        drafts.deleteById(taskId);
    }
}
