package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.protocol.NodeFault;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.EngineStats;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

class AskedEnginesTest {
    private static final EngineStats STATS =
            new EngineStats(null, List.of(), List.of(), List.of(), false);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void one_that_hangs_is_asked_once_until_it_has_answered() {
        var engines = new AskedEngines(Duration.ofMillis(50));

        assertThat(engines.ask(Map.of("engine", this::hang)).allAnswers().faults())
                .containsExactly(new NodeFault("engine", "it does not answer"));
        assertThat(engines.ask(Map.of("engine", this::hang)).allAnswers().faults())
                .containsExactly(new NodeFault("engine", "it still does not answer"));

        assertThat(asked).hasValue(1);
    }

    @Test
    void one_that_is_being_asked_is_waited_for_by_whoever_asks_next() {
        var engines = new AskedEngines(Duration.ofSeconds(20));
        var first = engines.ask(Map.of("engine", this::hang));
        var second = engines.ask(Map.of("engine", this::hang));
        assertThat(second.isCompleteWithin(AT_ONCE)).isFalse();
        assertThat(second.answers().faults())
                .containsExactly(new NodeFault("engine", "it has not answered yet"));

        end.countDown();

        assertThat(second.allAnswers().stats()).containsExactly(STATS);
        assertThat(first.allAnswers().stats()).containsExactly(STATS);
        assertThat(asked).hasValue(1);
    }

    @Test
    void one_that_fails_is_a_fault_and_is_asked_again() {
        var engines = new AskedEngines(Duration.ofSeconds(20));
        Supplier<EngineStats> fails =
                () -> {
                    throw DriverException.retryable("ENGINE_GONE", "no engine there");
                };
        assertThat(engines.ask(Map.of("engine", fails)).allAnswers().faults())
                .containsExactly(new NodeFault("engine", "no engine there"));
        assertThat(engines.ask(Map.of("engine", () -> STATS)).allAnswers().stats())
                .containsExactly(STATS);
    }

    @Test
    void all_are_asked_at_the_same_time() {
        var engines = new AskedEngines(Duration.ofSeconds(20));
        var together = new CyclicBarrier(2);
        Supplier<EngineStats> waitsForTheOther =
                () -> {
                    try {
                        together.await(10, TimeUnit.SECONDS);
                        return STATS;
                    } catch (Exception e) {
                        throw new IllegalStateException("the other is not asked", e);
                    }
                };

        var answers =
                engines.ask(Map.of("one", waitsForTheOther, "other", waitsForTheOther))
                        .allAnswers();

        assertThat(answers.faults()).isEmpty();
        assertThat(answers.stats()).containsExactly(STATS, STATS);
    }

    private EngineStats hang() {
        asked.incrementAndGet();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return STATS;
    }
}
