package dev.aiwm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.cli.session.ExitCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that never stops telling, and a reader who has had enough. */
class OutputThatIsLostTest {
    private static final String WEB = "000000000000000000000001";
    private static final String EVENT =
            "event: log\ndata: {\"id\": \"web\", \"version\": %d, \"stream\": \"%s\", \"message\": \"a line\"}\n\n";

    /** A pipe whose reader is gone from the beginning. */
    private static final String UNREAD = "exec 3> >(:); wait $!; \"$@\" >&3 2>&3";

    @TempDir Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private ServerSocket server;
    private ClientProcess client;

    @BeforeEach
    void serve() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
        var url = "http://127.0.0.1:" + server.getLocalPort();
        client = new ClientProcess(folder, Map.of("AIWM_SERVER", url));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                threads.execute(() -> answer(socket));
            } catch (IOException e) {
                // closed: the test is over
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
            var reader = new BufferedReader(in);
            var asked = reader.readLine();
            var key = "";
            for (var line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
                key = line.startsWith("Sec-WebSocket-Key: ") ? line.substring(19) : key;
            }
            var out = socket.getOutputStream();
            if (!key.isEmpty()) {
                talk(out, key);
            } else if (asked.contains("/stream") || asked.contains("/logs")) {
                tell(out);
            } else {
                out.write(head("200 OK", "application/json", "close"));
                out.write(utf8("{\"_id\": \"1\", \"items\": [], \"url\": \"ws://a/b?c=d\"}"));
            }
        } catch (IOException | GeneralSecurityException e) {
            // the client has gone
        }
    }

    /** Events without end. */
    private void tell(OutputStream out) throws IOException {
        out.write(head("200 OK", "text/event-stream", "close"));
        for (int i = 0; !server.isClosed(); i++) {
            out.write(utf8(EVENT.formatted(i, i % 2 == 0 ? "stdout" : "stderr")));
        }
    }

    /** A console that prints without end: messages of one byte. */
    private void talk(OutputStream out, String key) throws IOException, GeneralSecurityException {
        var proof = utf8(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
        var accepted = MessageDigest.getInstance("SHA-1").digest(proof);
        out.write(
                head(
                        "101 Switching Protocols\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: "
                                + Base64.getEncoder().encodeToString(accepted),
                        "application/octet-stream",
                        "Upgrade"));
        while (!server.isClosed()) {
            out.write(new byte[] {(byte) 0x82, 1, 'a'});
        }
    }

    private static byte[] head(String status, String type, String connection) {
        return utf8(
                "HTTP/1.1 %s\r\nContent-Type: %s\r\nConnection: %s\r\n\r\n"
                        .formatted(status, type, connection));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events",
                "events -o json",
                "logs " + WEB + " -f",
                "console " + WEB,
                "exec -i " + WEB + " -- yes",
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
