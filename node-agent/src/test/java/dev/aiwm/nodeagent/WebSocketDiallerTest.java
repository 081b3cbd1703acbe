package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.nodeagent.channel.Line;
import dev.aiwm.nodeagent.channel.LineListener;
import dev.aiwm.nodeagent.channel.WebSocketDialler;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the JDK's WebSocket does with the lines that we open on it. */
class WebSocketDiallerTest {
    private final FakeController controller = new FakeController();
    private final WebSocketDialler dialler = new WebSocketDialler(controller.uri(), "t0ken");
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        dialler.close();
        controller.close();
    }

    @RepeatedTest(30)
    void a_line_that_is_cut_right_behind_a_message_is_heard_to_be_cut() throws Exception {
        dial();
        var connection = controller.next();

        connection.sendText("{}");
        connection.cut();

        assertThat(next()).isEqualTo("{}");
        assertThat(next()).isEqualTo("closed 1006");
    }

    @Test
    void a_code_and_its_reason_are_heard() throws Exception {
        dial();

        controller.next().close(4001, "displaced");

        assertThat(next()).isEqualTo("closed 4001");
    }

    @Test
    void thousands_of_sends_keep_their_order() throws Exception {
        var line = dial();
        var connection = controller.next();

        for (int i = 0; i < 5_000; i++) {
            line.send("{\"n\":" + i + "}");
        }

        for (int i = 0; i < 5_000; i++) {
            assertThat(connection.nextMessage().path("n").asInt()).isEqualTo(i);
        }
    }

    @Test
    void a_large_message_goes_through_both_ways() throws Exception {
        var line = dial();
        var connection = controller.next();
        String large = "{\"text\":\"" + "x".repeat(1_000_000) + "\"}";

        line.send(large);
        assertThat(connection.nextMessage().path("text").asString()).hasSize(1_000_000);
        connection.sendText(large);

        assertThat(next()).isEqualTo(large);
    }

    @Test
    void who_is_not_let_in_hears_why_and_nothing_of_the_token() {
        controller.refuseWith(401);

        assertThatThrownBy(this::dial)
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("401")
                .hasMessageNotContaining("t0ken");
    }

    private Line dial() throws Exception {
        return dialler.dial(listener())
                .toCompletableFuture()
                .get(FakeController.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private String next() throws InterruptedException {
        return heard.poll(FakeController.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private LineListener listener() {
        return new LineListener() {
            @Override
            public void text(String whole) {
                heard.add(whole);
            }

            @Override
            public void bytes(ByteBuffer whole) {
                heard.add(whole.remaining() + " bytes");
            }

            @Override
            public void pong() {
                heard.add("pong");
            }

            @Override
            public void closed(int code, String reason) {
                heard.add("closed " + code);
            }
        };
    }
}
