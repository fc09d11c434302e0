package se.sip.county;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one node at a time compare and publish. The second node waits for the first one's commit and then finds that
 * nothing has changed. The lock is a row of the database, so a node that dies leaves it.
 */
@Component
public class PublicationLock {

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;

    PublicationLock(PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
    }

    /** Does the work in one transaction, alone among all nodes. */
    public void whileHeld(Runnable work) {
        transaction.executeWithoutResult(status -> {
            jdbc.queryForObject("select id from sip.publication_lock where id = 'counties' for update", String.class);
            work.run();
        });
    }
}
