package se.sip.tasklist;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/** What has been typed in a form and not yet handed in; kept here, never in the browser. */
record Draft(@Id String taskId, String author, LocalDateTime savedAt, String content) {
}
