package se.sip.casepage;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What has been done from pages, once per form that was shown. A second click, or a form sent again after the back
 * button, finds the receipt of the first instead of doing the thing twice.
 */
@Component
class PageReceipts {

    private final JdbcClient jdbc;
    private final Clock clock;

    PageReceipts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The form has been handed in already; carries nothing of it. */
    static class AlreadyDoneException extends RuntimeException {
    }

    record Receipt(String caseNumber, String text, String doneBy) {
    }

    /** @throws AlreadyDoneException where the form was handed in before, or at the same time */
    void begin(String token, String caseNumber, String kind, String by) {
        try {
            jdbc.sql("insert into sip.page_action (token, case_number, kind, receipt, done_at, done_by)"
                            + " values (:token, :number, :kind, '', :at, :by)")
                    .param("token", token).param("number", caseNumber).param("kind", kind)
                    .param("at", LocalDateTime.now(clock)).param("by", by).update();
        } catch (DuplicateKeyException e) {
            throw new AlreadyDoneException();
        }
    }

    void finish(String token, String receipt) {
        jdbc.sql("update sip.page_action set receipt = :receipt where token = :token").param("receipt", receipt)
                .param("token", token).update();
    }

    /** The receipt of a form, for whoever handed it in. */
    Optional<Receipt> of(String token, String reader) {
        return token == null ? Optional.empty()
                : jdbc.sql("select case_number, receipt, done_by from sip.page_action"
                                + " where token = :token and done_by = :reader")
                        .param("token", token).param("reader", reader)
                        .query((row, n) -> new Receipt(row.getString("case_number"), row.getString("receipt"),
                                row.getString("done_by")))
                        .optional();
    }
}
