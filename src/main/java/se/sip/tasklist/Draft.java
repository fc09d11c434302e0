package se.sip.tasklist;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * What has been typed in a form and not yet handed in; kept here, never in the browser.
 *
 * @param version how many times it has been saved: who saves on top of an older one has not seen the newest
 */
record Draft(@Id String taskId, String author, LocalDateTime savedAt, String content, long version) {
}
