package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class SharedFlushTest {
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final SharedFlush flush = new SharedFlush(executor);
    private final AtomicInteger forced = new AtomicInteger();
    private final CountDownLatch slow = new CountDownLatch(1);

    @AfterEach
    void end() {
        slow.countDown();
        executor.shutdownNow();
    }

    @Test
    void what_was_written_is_brought_to_the_disk_once() {
        flush.opened(forced::incrementAndGet);
        flush.written(true);
        flush.awaitOwn();
        flush.awaitOwn();
        flush.awaitAll();
        assertThat(forced).hasValue(1);
    }

    @Test
    void what_is_written_to_last_at_once_is_on_the_disk_when_it_is_written() {
        flush.opened(forced::incrementAndGet);
        flush.written(false);
        assertThat(forced).hasValue(1);
    }

    @Test
    void all_who_come_during_a_flush_share_the_next() throws Exception {
        flush.opened(this::slowly);
        var first = writer();
        Awaitility.await().until(() -> forced.get() == 1);

        var others = Stream.generate(this::writer).limit(10).toList();
        others.forEach(SharedFlushTest::awaitThatItWaits);
        slow.countDown();

        for (var writer : others) {
            writer.task().get();
        }
        first.task().get();
        assertThat(forced).hasValue(2);
    }

    @Test
    void after_a_failure_nothing_is_promised_any_more() throws Exception {
        flush.opened(
                () -> {
                    slowly();
                    throw new IOException("no room");
                });
        var first = writer();
        Awaitility.await().until(() -> forced.get() == 1);
        var second = writer();
        awaitThatItWaits(second);
        slow.countDown();

        for (var writer : List.of(first, second)) {
            assertThatThrownBy(() -> writer.task().get()).hasRootCauseMessage("no room");
        }
        flush.opened(forced::incrementAndGet);
        flush.written(true);
        assertThatThrownBy(flush::awaitOwn).hasRootCauseMessage("no room");
    }

    private void slowly() throws IOException {
        forced.incrementAndGet();
        try {
            slow.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private record Writer(Thread thread, FutureTask<Void> task) {}

    private Writer writer() {
        var task =
                new FutureTask<Void>(
                        () -> {
                            flush.written(true);
                            flush.awaitOwn();
                            return null;
                        });
        var thread = new Thread(task);
        thread.start();
        return new Writer(thread, task);
    }

    private static void awaitThatItWaits(Writer writer) {
        Awaitility.await().until(() -> writer.thread().getState() == Thread.State.WAITING);
    }
}
