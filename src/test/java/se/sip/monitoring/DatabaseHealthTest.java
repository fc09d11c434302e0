package se.sip.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

/** A busy database keeps the node in service; a broken one does not. */
class DatabaseHealthTest {

    @Test
    void aPoolInFullUseIsBusyAndADatabaseThatDoesNotAnswerIsDown() throws Exception {
        try (HikariDataSource pool = pool("jdbc:h2:mem:health;DB_CLOSE_DELAY=-1")) {
            var health = new DatabaseHealth(pool);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            Thread waiting;
            try (Connection only = pool.getConnection()) {
                waiting = new Thread(() -> {
                    try (Connection second = pool.getConnection()) {
                        second.isValid(1);
                    } catch (java.sql.SQLException tooLate) {
                        // As it should be.
                    }
                });
                waiting.start();
                while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 0) {
                    Thread.sleep(10);
                }
                assertThat(health.health().getStatus()).isEqualTo(DatabaseHealth.BUSY);
            }
            waiting.join();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
        try (HikariDataSource pool = pool("jdbc:h2:tcp://127.0.0.1:1/gone")) {
            pool.setInitializationFailTimeout(-1);
            assertThat(new DatabaseHealth(pool).health().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(5000);
        return pool;
    }
}
