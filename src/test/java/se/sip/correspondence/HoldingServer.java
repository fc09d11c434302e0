package se.sip.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that takes a mail and answers when it is told to. */
final class HoldingServer implements AutoCloseable {

    private final ServerSocket socket;
    private final CountDownLatch taken = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger mails = new AtomicInteger();

    HoldingServer(int port) throws IOException {
        socket = new ServerSocket(port, 5, InetAddress.getByName("127.0.0.1"));
        var thread = new Thread(() -> {
            while (!socket.isClosed()) {
                serve();
            }
        }, "holding smtp");
        thread.setDaemon(true);
        thread.start();
    }

    void awaitMail() throws InterruptedException {
        awaitMail(10);
    }

    void awaitMail(int seconds) throws InterruptedException {
        assertThat(taken.await(seconds, TimeUnit.SECONDS)).as("a mail came").isTrue();
    }

    void answer() {
        answered.countDown();
    }

    int port() {
        return socket.getLocalPort();
    }

    int mails() {
        return mails.get();
    }

    private void serve() {
        try (Socket client = socket.accept()) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 ready");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                if (data) {
                    mails.incrementAndGet();
                    taken.countDown();
                    answered.await();
                }
                data = line.equalsIgnoreCase("DATA");
                say(client, data ? "354 go on" : "250 ok");
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone, or the test is over.
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        answered.countDown();
        socket.close();
    }
}
