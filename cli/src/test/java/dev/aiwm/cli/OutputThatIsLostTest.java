package dev.aiwm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.aiwm.cli.session.ExitCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that never stops telling, and a reader who has had enough. */
class OutputThatIsLostTest {
    private static final String EVENT =
            "event: log\ndata: {\"id\": \"web\", \"version\": %d, \"stream\": \"%s\", \"message\": \"a line\"}\n\n";

    /** A pipe whose reader is gone from the beginning. */
    private static final String UNREAD = "exec 3> >(:); wait $!; \"$@\" >&3 2>&3";

    @TempDir Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private ClientProcess client;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/resources", e -> answer(e, "{\"_id\": \"1\", \"items\": []}"));
        server.createContext("/api/resources/000000000000000000000001/logs", this::withoutEnd);
        server.createContext("/api/events/stream", this::withoutEnd);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        client = new ClientProcess(folder, Map.of("AIWM_SERVER", url));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void withoutEnd(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            for (int i = 0; !threads.isShutdown(); i++) {
                var event = EVENT.formatted(i, i % 2 == 0 ? "stdout" : "stderr");
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events",
                "events -o json",
                "logs 000000000000000000000001 -f",
                "get resources --watch -o json"
            })
    void a_verb_that_goes_on_ends_quietly_when_nobody_reads_any_more(String words)
            throws IOException, InterruptedException {
        var ended = client.run(UNREAD, words.split(" "));
        assertThat(ended).isEqualTo(new ClientProcess.Ended(ExitCode.UNREAD, "", ""));
    }

    @Test
    void what_was_read_before_that_is_there() throws IOException, InterruptedException {
        var ended = client.run("\"$@\" | head -n 2; exit ${PIPESTATUS[0]}", "events", "-o", "json");
        assertThat(ended.code()).isEqualTo(ExitCode.UNREAD);
        assertThat(ended.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\""));
        assertThat(ended.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "get resources", "get resources --at 10m"})
    void a_verb_that_ends_by_itself_ends_so_too(String words)
            throws IOException, InterruptedException {
        assertThat(client.run(UNREAD, words.split(" ")).code()).isEqualTo(ExitCode.UNREAD);
    }

    @Test
    void a_disk_that_is_full_is_a_failure_and_said() throws IOException, InterruptedException {
        var ended = client.run("\"$@\" > /dev/full", "--help");
        assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ended.err()).startsWith("aiwm: cannot write the output: ");
    }
}
