package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.protocol.StreamClose;
import dev.aiwm.contracts.protocol.StreamControl;
import dev.aiwm.contracts.protocol.StreamFrame;
import dev.aiwm.contracts.protocol.StreamFrame.Channel;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

class OpenStreamTest {
    private final List<Object> sent = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final OpenStream.Way way =
            new OpenStream.Way() {
                @Override
                public void send(String type, ControllerData data) {
                    sent.add(data);
                }

                @Override
                public void send(ByteBuffer frame) {
                    sent.add(StreamFrame.read(frame));
                }
            };
    private final LiveListener listener =
            new LiveListener() {
                @Override
                public void heard(LiveStream from, boolean error, byte[] bytes) {
                    heard.add((error ? "err " : "out ") + bytes.length);
                }

                @Override
                public void ended(Integer exitCode, CommandError error) {
                    heard.add("ended " + (error == null ? exitCode : error.code()));
                }
            };
    private final OpenStream stream = new OpenStream(7, way, listener, () -> heard.add("gone"));

    @Test
    void the_agent_is_granted_more_when_half_of_the_window_was_dealt_with() {
        says(OpenStream.WINDOW);

        stream.consumed(OpenStream.WINDOW / 2 - 1);
        assertThat(sent).isEmpty();
        stream.consumed(1);

        assertThat(sent)
                .singleElement()
                .satisfies(
                        frame ->
                                assertThat(((StreamFrame) frame).granted())
                                        .isEqualTo(OpenStream.WINDOW / 2));
        says(OpenStream.WINDOW / 2);
        assertThat(heard).doesNotContain("gone");
    }

    @Test
    void an_agent_that_says_more_than_it_may_is_not_listened_to_any_more() {
        says(OpenStream.WINDOW + 1);

        assertThat(heard).endsWith("gone", "ended STREAM_BROKEN");
        assertThat(sent).containsExactly(new StreamClose(7));
        says(1);
        assertThat(heard).endsWith("gone", "ended STREAM_BROKEN");
    }

    @Test
    void what_is_said_to_the_agent_waits_for_its_grant_and_keeps_its_order() {
        stream.say(new byte[StreamFrame.FIRST_INPUT_CREDIT - 1]);
        stream.say(new byte[] {1, 2, 3});
        stream.endInput();

        assertThat(said()).isEqualTo(StreamFrame.FIRST_INPUT_CREDIT);
        assertThat(sent).noneMatch(StreamControl.class::isInstance);
        stream.received(StreamFrame.credit(7, 100));

        assertThat(said()).isEqualTo(StreamFrame.FIRST_INPUT_CREDIT + 2);
        assertThat(((StreamFrame) sent.get(sent.size() - 2)).bytes()).containsExactly(2, 3);
        assertThat(sent.get(sent.size() - 1)).isEqualTo(new StreamControl(7, null, null, true));
    }

    @Test
    void more_than_the_agent_takes_in_for_long_ends_the_call() {
        for (int i = 0; i < 80; i++) {
            stream.say(new byte[StreamFrame.MOST_BYTES]);
        }

        assertThat(heard).containsExactly("gone", "ended STREAM_BROKEN");
    }

    @Test
    void it_ends_once_and_after_that_nothing_is_said() {
        stream.ended(0, null);
        stream.ended(1, null);
        stream.close();
        stream.say(new byte[1]);
        stream.signal("INT");
        stream.consumed(OpenStream.WINDOW);

        assertThat(heard).filteredOn(word -> word.startsWith("ended")).containsExactly("ended 0");
        assertThat(sent).isEmpty();
    }

    private void says(int bytes) {
        for (int left = bytes; left > 0; left -= StreamFrame.MOST_BYTES) {
            byte[] some = new byte[Math.min(left, StreamFrame.MOST_BYTES)];
            stream.received(new StreamFrame(Channel.OUT, 7, some));
        }
    }

    private int said() {
        return sent.stream()
                .filter(StreamFrame.class::isInstance)
                .mapToInt(frame -> ((StreamFrame) frame).bytes().length)
                .sum();
    }
}
