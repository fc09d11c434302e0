package se.sip.node;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process of the product in the hands of a test: started, asked whether it is up, killed. */
final class Node {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static int started;

    private final int port;
    private final Process process;

    private Node(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** Starts a node that answers requests, with locks on jobs that last ten seconds. */
    static Node start(String database, int mailPort, String... settings) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var all = new ArrayList<>(List.of(String.valueOf(mailPort), "--server.port=" + port,
                "--spring.datasource.url=" + database, "--spring.datasource.username=postgres",
                "--spring.datasource.password=", "--spring.datasource.hikari.connection-timeout=5000",
                "--spring.flyway.schemas=sip", "--spring.flyway.default-schema=sip", "--sip.demo.cases=false",
                "--camunda.bpm.job-execution.lock-time-in-millis=10000", "--camunda.bpm.job-execution.max-wait=2000"));
        all.addAll(List.of(settings));
        return new Node(port, java(NodeMain.class.getName(), all.toArray(String[]::new)));
    }

    /** Another main class of the product, with the tests' class path. */
    static Process java(String main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx768m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main));
        command.addAll(List.of(arguments));
        Path logs = Files.createDirectories(Path.of("target", "nodes"));
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(logs.resolve("node-" + ++started + ".log").toFile()).start();
    }

    Node awaitUp() throws Exception {
        long end = System.nanoTime() + START.toNanos();
        var client = HttpClient.newHttpClient();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The node ended with " + process.exitValue() + "; see target/nodes");
            }
            try {
                var health = HttpRequest.newBuilder(URI.create(url("/actuator/health"))).build();
                if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Thread.sleep(LOOK.toMillis());
        }
        throw new IllegalStateException("The node did not come up; see target/nodes");
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** {@code kill -9}: nothing is told, nothing is finished. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }
}
