package se.sip.engine;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One node at a time makes or raises the engine's tables. The engine itself looks whether its tables are there and then
 * makes them, so of two nodes that start on an empty database one would fail. The lock belongs to a connection: it ends
 * with the node that holds it, whatever becomes of that node. (Our own tables are Flyway's, which locks by itself.)
 */
@Component
class SchemaLock extends AbstractProcessEnginePlugin {

    /** Any number that no other user of the database locks: "SIP" in ASCII. */
    static final long KEY = 0x534950L;

    private static final Logger LOG = LoggerFactory.getLogger(SchemaLock.class);

    private final DataSource database;
    private Connection held;

    SchemaLock(DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        try {
            Connection connection = database.getConnection();
            if (!"PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
                connection.close();
                return;
            }
            held = connection;
            if (!answers("select pg_try_advisory_lock(?)")) {
                LOG.info("Another node is at the engine's tables. Waiting for it.");
                answers("select pg_advisory_lock(?) is not null");
            }
        } catch (SQLException e) {
            throw new ProcessEngineException("The engine's tables cannot be locked; is the database reachable?", e);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (held == null) {
            return;
        }
        try (Connection connection = held) {
            answers("select pg_advisory_unlock(?)");
        } catch (SQLException e) {
            throw new ProcessEngineException("The lock of the engine's tables cannot be let go.", e);
        } finally {
            held = null;
        }
    }

    private boolean answers(String sql) throws SQLException {
        try (var statement = held.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
