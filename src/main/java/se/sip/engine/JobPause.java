package se.sip.engine;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Does something while no job runs. Moving the clock under a running job would let its lock run out, and the job would
 * be run twice.
 */
@Component
public class JobPause {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final ProcessEngine engine;
    private final LongSupplier running;

    JobPause(@Lazy ProcessEngine engine, JdbcTemplate jdbc) {
        this.engine = engine;
        this.running = () -> count(jdbc);
    }

    /** @return false, with nothing done, where jobs were still running after half a minute */
    public synchronized boolean during(Runnable work) {
        var executor = configuration().getJobExecutor();
        boolean wasActive = executor.isActive();
        if (wasActive) {
            executor.shutdown();
        }
        try {
            if (!waitForRunning()) {
                return false;
            }
            work.run();
            return true;
        } finally {
            if (wasActive) {
                executor.start();
            }
        }
    }

    private boolean waitForRunning() {
        long patience = PATIENCE.dividedBy(BETWEEN_LOOKS);
        for (long looks = 0; looks < patience; looks++) {
            if (running.getAsLong() == 0) {
                return true;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    /** Locks of this node only: those of a node that was killed stay until they run out. */
    private long count(JdbcTemplate jdbc) {
        String table = configuration().getDatabaseTablePrefix() + "ACT_RU_JOB";
        Long jobs = jdbc.queryForObject("select count(*) from " + table + " where LOCK_OWNER_ = ?", Long.class,
                configuration().getJobExecutor().getLockOwner());
        return jobs == null ? 0 : jobs;
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
