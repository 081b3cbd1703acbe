package dev.aiwm.nodeagent.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class ControllerLinkTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PING = Duration.ofSeconds(20);

    private final ManualLoop loop = new ManualLoop();
    private final FakeLines controller = new FakeLines();
    private final List<String> told = new ArrayList<>();
    private final ControllerLink link =
            new ControllerLink(
                    controller, loop, new Backoff(FIRST, LIMIT, new Random(1)), PING, listener());

    @Test
    void it_dials_and_says_when_a_line_is_open() {
        start();

        assertThat(told).containsExactly("opened");
        assertThat(link.send("hello")).isTrue();
        assertThat(controller.last().sent).containsExactly("hello");
    }

    @Test
    void what_comes_in_is_handed_on_in_order() {
        start();
        controller.last().listener.text("one");
        controller.last().listener.text("two");
        loop.settle();

        assertThat(told).containsExactly("opened", "one", "two");
    }

    @Test
    void without_a_line_nothing_is_sent() {
        controller.unreachable = true;
        start();

        assertThat(link.send("hello")).isFalse();
    }

    @Test
    void it_dials_for_ever_with_pauses_that_double_up_to_their_limit() {
        controller.unreachable = true;
        start();

        var pauses = new ArrayList<Duration>();
        for (int i = 0; i < 500; i++) {
            pauses.add(loop.passToNext());
        }

        assertThat(controller.dials).isEqualTo(501);
        assertThat(pauses.get(0)).isBetween(FIRST.dividedBy(2), FIRST);
        assertThat(pauses.get(3)).isBetween(FIRST.multipliedBy(4), FIRST.multipliedBy(8));
        assertThat(pauses).allMatch(pause -> pause.compareTo(LIMIT) <= 0);
        assertThat(pauses.subList(10, 500))
                .allMatch(pause -> pause.compareTo(LIMIT.dividedBy(2)) >= 0);
        assertThat(pauses.subList(10, 500).stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void a_line_that_breaks_is_replaced() {
        start();
        controller.last().listener.closed(1006, "cut");
        loop.settle();
        assertThat(told).containsExactly("opened", "lost");

        loop.passToNext();

        assertThat(told).containsExactly("opened", "lost", "opened");
        assertThat(controller.dials).isEqualTo(2);
    }

    @Test
    void pauses_grow_while_nobody_accepts_the_agent_and_are_short_again_once_someone_has() {
        start();
        for (int i = 0; i < 6; i++) {
            controller.last().listener.closed(1013, "later");
            loop.settle();
            loop.passToNext();
        }
        controller.last().listener.closed(1013, "later");
        loop.settle();
        assertThat(loop.passToNext()).isGreaterThan(Duration.ofSeconds(10));

        link.accepted();
        controller.last().listener.closed(1001, "restart");
        loop.settle();

        assertThat(loop.passToNext()).isLessThanOrEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(ints = {4001, 4003})
    void a_terminal_code_ends_it_for_good(int code) {
        start();
        controller.last().listener.closed(code, "go away");
        loop.settle();

        assertThat(told).containsExactly("opened", "dismissed " + code);
        assertThat(loop.isQuiet()).isTrue();
        assertThat(controller.dials).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1006, 1009, 1011, 1013, 4002, 4999})
    void any_other_code_does_not(int code) {
        start();
        controller.last().listener.closed(code, "for now");
        loop.settle();
        loop.passToNext();

        assertThat(controller.dials).isEqualTo(2);
    }

    @Test
    void a_line_that_answers_is_kept() {
        start();
        loop.pass(Duration.ofHours(1));

        assertThat(controller.dials).isEqualTo(1);
        assertThat(told).containsExactly("opened");
    }

    @Test
    void a_line_that_falls_silent_is_given_up() {
        start();
        loop.pass(Duration.ofMinutes(5));
        controller.last().alive = false;

        loop.pass(PING.multipliedBy(4));

        assertThat(controller.lines.get(0).aborted).isTrue();
        assertThat(controller.dials).isEqualTo(2);
        assertThat(told).containsExactly("opened", "lost", "opened");
    }

    @Test
    void what_a_line_says_after_it_was_given_up_is_not_heard() {
        start();
        var old = controller.last();
        link.restart("tired");
        loop.passToNext();

        old.listener.text("late");
        old.listener.closed(4001, "late");
        loop.settle();

        assertThat(told).containsExactly("opened", "lost", "opened");
    }

    @Test
    void a_line_that_opens_after_the_end_is_cut() {
        controller.slow = true;
        start();
        var unused = link.end();

        controller.pending.complete(controller.last());
        loop.settle();

        assertThat(controller.last().aborted).isTrue();
        assertThat(told).isEmpty();
        assertThat(loop.isQuiet()).isTrue();
    }

    @Test
    void at_the_end_it_says_good_bye_and_stays_away() {
        start();
        var unused = link.end();
        controller.last().listener.closed(1000, "bye");
        loop.settle();

        assertThat(controller.last().closed).isTrue();
        assertThat(loop.isQuiet()).isTrue();
    }

    private void start() {
        link.start();
        loop.settle();
    }

    private LinkListener listener() {
        return new LinkListener() {
            @Override
            public void opened() {
                told.add("opened");
            }

            @Override
            public void received(String text) {
                told.add(text);
            }

            @Override
            public void received(ByteBuffer bytes) {
                told.add(bytes.remaining() + " bytes");
            }

            @Override
            public void lost() {
                told.add("lost");
            }

            @Override
            public void dismissed(int code, String reason) {
                told.add("dismissed " + code);
            }
        };
    }
}
