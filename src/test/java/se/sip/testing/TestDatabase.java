package se.sip.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Puts the tests on a real PostgreSQL where the build asks for it ({@code -Dsip.test.database=postgresql}); otherwise
 * H2 in memory. The build runs the process tests on both.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!"postgresql".equals(System.getProperty("sip.test.database"))) {
            return;
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("postgresql", Map.of(
                "spring.datasource.url", server().getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username", "postgres",
                "spring.flyway.schemas", "sip",
                "spring.flyway.default-schema", "sip")));
    }

    private static synchronized EmbeddedPostgres server() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
                SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the engine, which asks the database once more when it closes and would wait half a minute for it. */
    private static void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
