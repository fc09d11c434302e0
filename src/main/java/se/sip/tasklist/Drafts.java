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

    @Transactional
    public Draft keep(String taskId, String author, String content) {
        var now = LocalDateTime.now(clock);
        if (drafts.replace(taskId, author, now, content) == 0) {
            drafts.insert(taskId, author, now, content);
        }
        return new Draft(taskId, author, now, content);
    }

    public Optional<Draft> of(String taskId) {
        return drafts.findById(taskId);
    }

    public void discard(String taskId) {
        drafts.deleteById(taskId);
    }
}
