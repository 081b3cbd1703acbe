package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.Subscription;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine that hangs in all that it is asked until the test lets it answer. */
class WatchedEngineTest {
    private static final Subscription NOTHING = () -> {};

    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService blocking = Executors.newCachedThreadPool();
    private final WatchedEngine engine = new WatchedEngine(hanging(), change -> {}, blocking);

    @AfterEach
    void end() {
        answers.countDown();
        blocking.shutdownNow();
    }

    @Test
    void one_that_hangs_is_waited_for_no_longer_than_the_patience_and_asked_once() {
        engine.ask();
        assertThat(engine.answer(in(Duration.ofMillis(20)))).isEmpty();
        engine.ask();
        assertThat(engine.answer(in(Duration.ofMillis(20)))).isEmpty();

        assertThat(engine.isBack()).isFalse();
        assertThat(asked.get()).isLessThanOrEqualTo(1);
    }

    @Test
    void one_that_answers_late_is_back() {
        engine.ask();
        assertThat(engine.answer(in(Duration.ZERO))).isEmpty();

        answers.countDown();

        assertThat(engine.answer(in(Duration.ofSeconds(20))).orElseThrow().engines())
                .containsExactly("things");
        assertThat(engine.isBack()).isTrue();
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private ResourceDriver hanging() {
        return (ResourceDriver)
                Proxy.newProxyInstance(
                        ResourceDriver.class.getClassLoader(),
                        new Class<?>[] {ResourceDriver.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "events" -> {
                                        asked.incrementAndGet();
                                        answers.await();
                                        yield NOTHING;
                                    }
                                    case "name" -> "hanging";
                                    case "engines" -> Set.of("things");
                                    case "recover" -> List.of();
                                    default -> null;
                                });
    }
}
