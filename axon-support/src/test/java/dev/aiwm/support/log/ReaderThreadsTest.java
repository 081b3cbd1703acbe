package dev.aiwm.support.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class ReaderThreadsTest {
    private final ReaderThreads threads = new ReaderThreads(1, Thread::new);
    private final CountDownLatch woken = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_reader_that_left_something_unread_is_woken() throws Exception {
        threads.execute(() -> ReaderThreads.saw(true, woken::countDown));

        assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_reader_that_has_read_all_is_left_alone() throws Exception {
        threads.execute(
                () -> {
                    ReaderThreads.saw(true, woken::countDown);
                    ReaderThreads.saw(false, woken::countDown);
                });
        threads.submit(() -> {}).get(10, TimeUnit.SECONDS);

        assertThat(woken.getCount()).isEqualTo(1);
    }

    @Test
    void after_many_failures_too_a_reader_tries_again_within_seconds() {
        var pause = threads.schedule(() -> {}, 1, TimeUnit.MINUTES);

        assertThat(pause.getDelay(TimeUnit.SECONDS)).isLessThanOrEqualTo(10);
    }

    @Test
    void one_is_woken_once() throws Exception {
        var wakings = new CountDownLatch(2);
        threads.execute(() -> ReaderThreads.saw(true, wakings::countDown));
        threads.submit(() -> {}).get(10, TimeUnit.SECONDS);
        threads.submit(() -> {}).get(10, TimeUnit.SECONDS);

        assertThat(wakings.getCount()).isEqualTo(1);
    }
}
