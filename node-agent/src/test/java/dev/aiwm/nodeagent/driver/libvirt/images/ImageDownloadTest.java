package dev.aiwm.nodeagent.driver.libvirt.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@Timeout(60)
class ImageDownloadTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final byte[] CONTENT = "an image".getBytes(US_ASCII);

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("debian-12.qcow2");
    }

    @Test
    void a_server_that_says_nothing_more_is_given_up_and_nothing_of_it_is_kept() throws Exception {
        try (var server = new SilentServer()) {
            var download = new ImageDownload(Duration.ofMillis(200));

            assertThatThrownBy(() -> download.fetch(server.address(), file, Progress.NONE))
                    .hasMessageContaining("nothing came")
                    .isInstanceOfSatisfying(
                            DriverException.class, e -> assertThat(e.isRetryable()).isTrue());
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void an_address_at_which_nobody_answers_is_said_to_be_that() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThatThrownBy(() -> fetch(new ImageDownload(), address(port)))
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageEndingWith(": nobody answers there");
    }

    @Test
    void an_image_does_not_wait_for_another() throws Exception {
        try (var silent = new SilentServer();
                var server = new WebServer(CONTENT)) {
            var download = new ImageDownload(LONG);
            var waiting = inBackground(() -> fetch(download, silent.address()));
            silent.awaitClient();
            var other = folder.resolve("debian-11.qcow2");

            download.fetch(address(server.port()), other, Progress.NONE);

            assertThat(other).hasBinaryContent(CONTENT);
            assertThat(waiting.ended()).isNotDone();
        }
    }

    @Test
    void whoever_fetches_or_waits_for_the_same_can_be_told_to_give_up() throws Exception {
        try (var silent = new SilentServer()) {
            var download = new ImageDownload(LONG);
            var first = inBackground(() -> fetch(download, silent.address()));
            silent.awaitClient();
            var second = inBackground(() -> fetch(download, silent.address()));

            for (var each : List.of(second, first)) {
                each.thread().interrupt();
                assertThat(each.ended())
                        .failsWithin(SOON)
                        .withThrowableThat()
                        .withMessageContaining("give up");
            }
            assertThat(files()).isEmpty();
        }
    }

    private void fetch(ImageDownload download, ImageAddress address) {
        download.fetch(address, file, Progress.NONE);
    }

    private record Fetching(Thread thread, CompletableFuture<Void> ended) {}

    private static Fetching inBackground(Runnable task) {
        var ended = new CompletableFuture<Void>();
        var thread =
                new Thread(
                        () -> {
                            try {
                                task.run();
                                ended.complete(null);
                            } catch (DriverException e) {
                                ended.completeExceptionally(e);
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        return new Fetching(thread, ended);
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        }
    }

    private static ImageAddress address(int port) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(CONTENT);
            return new ImageAddress(
                    URI.create("http://127.0.0.1:" + port + "/x"),
                    HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins to answer and stops in the middle. */
    private static final class SilentServer implements AutoCloseable {
        private final ServerSocket socket =
                new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<Socket> clients = new CopyOnWriteArrayList<>();
        private final CountDownLatch asked = new CountDownLatch(1);
        private final Thread thread = new Thread(this::serve, "silent server of a test");

        SilentServer() throws IOException {
            thread.setDaemon(true);
            thread.start();
        }

        ImageAddress address() {
            return ImageDownloadTest.address(socket.getLocalPort());
        }

        void awaitClient() throws InterruptedException {
            assertThat(asked.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        private void serve() {
            try {
                while (true) {
                    Socket client = socket.accept();
                    clients.add(client);
                    client.getOutputStream()
                            .write(
                                    "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"
                                            .getBytes(US_ASCII));
                    asked.countDown();
                }
            } catch (IOException e) {
                assertThat(socket.isClosed()).isTrue();
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (var client : clients) {
                client.close();
            }
        }
    }
}
