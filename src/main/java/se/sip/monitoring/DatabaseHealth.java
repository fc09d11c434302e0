package se.sip.monitoring;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Tells a broken database from a busy one. Busy: every connection of the node is in use, and the database itself answers;
 * the node stays in service, as it would be no better off elsewhere. Broken: it does not answer; the node takes no work.
 */
@Component("database")
class DatabaseHealth implements HealthIndicator {

    static final Status BUSY = new Status("BUSY");
    private static final int PATIENCE_SECONDS = 3;

    private final HikariDataSource pool;

    DatabaseHealth(DataSource dataSource) throws SQLException {
        this.pool = dataSource.isWrapperFor(HikariDataSource.class) ? dataSource.unwrap(HikariDataSource.class) : null;
    }

    @Override
    public Health health() {
        if (pool == null) {
            return Health.unknown().build();
        }
        try (Connection own = connect()) {
            if (!own.isValid(PATIENCE_SECONDS)) {
                return Health.down().build();
            }
        } catch (SQLException e) {
            return Health.down().build();
        }
        var use = pool.getHikariPoolMXBean();
        boolean busy = use != null && use.getThreadsAwaitingConnection() > 0 && use.getActiveConnections() >= pool.getMaximumPoolSize();
        return busy ? Health.status(BUSY).build() : Health.up().build();
    }

    /** Outside the pool: a pool in full use says nothing of the database. */
    private Connection connect() throws SQLException {
        var how = new Properties();
        if (pool.getUsername() != null) {
            how.setProperty("user", pool.getUsername());
            how.setProperty("password", pool.getPassword() == null ? "" : pool.getPassword());
        }
        if (pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            how.setProperty("connectTimeout", String.valueOf(PATIENCE_SECONDS));
            how.setProperty("socketTimeout", String.valueOf(PATIENCE_SECONDS));
            how.setProperty("loginTimeout", String.valueOf(PATIENCE_SECONDS));
        }
        return DriverManager.getConnection(pool.getJdbcUrl(), how);
    }
}
