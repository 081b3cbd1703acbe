package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

class HttpQuestionTest {
    private static final String HERE = InetAddress.getLoopbackAddress().getHostAddress();
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    private static String ask(int port, Duration timeout) {
        return HttpQuestion.ask(HERE, port, "/health", timeout);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 301, 302, 399})
    void a_good_answer_or_a_redirection_is_well(int status) {
        try (var server = new WebServer(status)) {
            assertThat(ask(server.port(), LONG)).isNull();
            assertThat(server.asked()).containsExactly("GET /health HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 503})
    void any_other_answer_is_not_and_is_told(int status) {
        try (var server = new WebServer(status)) {
            assertThat(ask(server.port(), LONG)).isEqualTo("/health answers " + status);
        }
    }

    @Test
    void a_path_stays_within_its_line() {
        try (var server = new WebServer(200)) {
            assertThat(HttpQuestion.ask(HERE, server.port(), "a b\r\nX: y?z=%20", LONG)).isNull();
            assertThat(server.asked()).containsExactly("GET /a%20b%0D%0AX:%20y?z=%20 HTTP/1.1");
        }
    }

    @Test
    void where_nothing_listens_there_is_no_answer() throws IOException {
        int port;
        try (var listening = new ServerSocket(0)) {
            port = listening.getLocalPort();
        }
        assertThat(ask(port, LONG)).isEqualTo("nothing listens at port " + port);
    }

    @Test
    void who_accepts_and_says_nothing_is_not_waited_for() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ask(silent.getLocalPort(), SHORT)).contains("within 0.2 s");
        }
    }

    @Test
    void who_says_a_letter_now_and_then_is_not_waited_for_either() throws IOException {
        assertThat(answeredBy("H".repeat(400), Duration.ofMillis(50), SHORT))
                .contains("within 0.2 s");
    }

    @Test
    void what_is_not_http_is_not_well() throws IOException {
        assertThat(answeredBy("SSH-2.0-Server\r\n", Duration.ZERO, LONG)).contains("not HTTP");
        assertThat(answeredBy("", Duration.ZERO, LONG)).contains("not HTTP");
        assertThat(answeredBy("HTTP/1.1 2000 OK\r\n", Duration.ZERO, LONG)).contains("not HTTP");
    }

    @Test
    void a_status_without_words_that_comes_in_pieces_is_understood() throws IOException {
        assertThat(answeredBy("HTTP/1.0 204\r\n\r\n", Duration.ofMillis(1), LONG)).isNull();
    }

    private static String answeredBy(String text, Duration betweenLetters, Duration timeout)
            throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var speaker = new Thread(() -> speak(server, text, betweenLetters), "speaker");
            speaker.setDaemon(true);
            speaker.start();
            return ask(server.getLocalPort(), timeout);
        }
    }

    private static void speak(ServerSocket server, String text, Duration betweenLetters) {
        try (var line = server.accept()) {
            byte[] request = new byte[4096];
            assertThat(line.getInputStream().read(request)).isPositive();
            for (byte letter : text.getBytes(US_ASCII)) {
                line.getOutputStream().write(letter);
                LockSupport.parkNanos(betweenLetters.toNanos());
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // nobody listens any more
        }
    }
}
