package dev.aiwm.support.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class RestTest {
    private static final long SOON = Duration.ofMillis(1).toNanos();
    private static final long LONG = Duration.ofHours(1).toNanos();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final CountDownLatch woken = new CountDownLatch(1);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    private Rest rest(Pace pace) {
        var rest = new Rest(pace, timer);
        rest.wakes(woken::countDown);
        return rest;
    }

    @Test
    void nothing_is_read_during_a_batch_and_for_a_while_after_it() {
        var rest = rest(Pace.STEADY);
        oneEvent(rest, 0);
        rest.batchBegins();
        assertThat(rest.isOver()).isFalse();
        rest.batchEnds(LONG, 1);
        assertThat(rest.isOver()).isFalse();
    }

    @Test
    void who_asked_during_a_batch_is_woken_after_the_rest() throws Exception {
        var rest = rest(Pace.STEADY);
        oneEvent(rest, 0);
        rest.batchBegins();
        assertThat(rest.isOver()).isFalse();
        rest.batchEnds(SOON, 1);
        assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(rest.isOver()).isTrue();
    }

    @Test
    void who_asks_during_the_rest_is_woken_after_it() throws Exception {
        var rest = rest(Pace.RELAXED);
        oneEvent(rest, 0);
        assertThat(rest.isOver()).isFalse();
        assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(rest.isOver()).isTrue();
    }

    @Test
    void who_is_waited_for_goes_on_at_once_and_does_not_rest_after_the_next_batch() {
        var rest = rest(Pace.RELAXED);
        oneEvent(rest, LONG);
        assertThat(rest.isOver()).isFalse();
        rest.hurry();
        assertThat(woken.getCount()).isZero();
        assertThat(rest.isOver()).isTrue();
        oneEvent(rest, LONG);
        assertThat(rest.isOver()).isTrue();
        oneEvent(rest, LONG);
        assertThat(rest.isOver()).isFalse();
    }

    @Test
    void who_is_behind_does_not_rest() {
        var rest = rest(Pace.RELAXED);
        assertThat(rest.isOver()).as("before the first batch").isTrue();
        rest.batchBegins();
        rest.batchEnds(LONG, 100);
        assertThat(rest.isOver()).as("after a large batch").isTrue();
        rest.batchBegins();
        assertThat(rest.isOver()).as("during the next one").isTrue();
    }

    @Test
    void somebody_waits_for_what_is_prompt() {
        var rest = rest(Pace.PROMPT);
        rest.batchBegins();
        rest.batchEnds(LONG, 1);
        assertThat(rest.isOver()).isTrue();
    }

    private static void oneEvent(Rest rest, long nanos) {
        rest.batchBegins();
        rest.batchEnds(nanos, 1);
    }
}
