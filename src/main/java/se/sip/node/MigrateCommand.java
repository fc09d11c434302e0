package se.sip.node;

import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;

/**
 * {@code java -jar sip.jar migrate}: makes or raises the tables of engine and records, and leaves what the product
 * brings for each county where a start would leave it. Then it ends, without having answered a request or run a job: 0
 * where all is well, 1 where not (what was wrong stands in the log). For operators who raise the database as a step of
 * its own before the nodes are replaced; a node that simply starts does the same, one at a time ({@code engine.SchemaLock}).
 */
public final class MigrateCommand {

    private static final String NAME = "migrate";

    private MigrateCommand() {
    }

    /** Whether this is what the arguments ask for. */
    public static boolean isMeantBy(String[] arguments) {
        return arguments.length > 0 && NAME.equals(arguments[0]);
    }

    /** Does it, with the same settings as a start, of environment and arguments. */
    public static int run(Class<?> product, String[] arguments) {
        var settings = Stream.concat(Arrays.stream(arguments).skip(1),
                Stream.of("--server.port=-1", "--camunda.bpm.job-execution.enabled=false")).toArray(String[]::new);
        try (var raised = new SpringApplication(product).run(settings)) {
            return SpringApplication.exit(raised, () -> 0);
        } catch (RuntimeException e) {
            // Spring has told the operator already.
            return 1;
        }
    }
}
