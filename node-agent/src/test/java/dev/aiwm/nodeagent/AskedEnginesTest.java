package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.protocol.NodeFault;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.EngineStats;
import dev.aiwm.nodeagent.driver.ResourceDriver;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

class AskedEnginesTest {
    private static final EngineStats STATS =
            new EngineStats(null, List.of(), List.of(), List.of(), false);

    private final AskedEngines engines = new AskedEngines(Duration.ofMillis(50));
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<NodeFault> faults = new ArrayList<>();

    @AfterEach
    void end() {
        end.countDown();
    }

    @Test
    void one_that_hangs_is_asked_once_until_it_has_answered() {
        var asked = new AtomicInteger();
        var hung =
                driver(
                        () -> {
                            asked.incrementAndGet();
                            await();
                            return STATS;
                        });

        assertThat(engines.ask(hung, faults)).isEmpty();
        assertThat(engines.ask(hung, faults)).isEmpty();

        assertThat(asked).hasValue(1);
        assertThat(faults)
                .containsExactly(
                        new NodeFault("engine", "it does not answer"),
                        new NodeFault("engine", "it still does not answer"));
    }

    @Test
    void one_that_fails_is_a_fault_and_is_asked_again() {
        var fails =
                driver(
                        () -> {
                            throw DriverException.retryable("ENGINE_GONE", "no engine there");
                        });
        assertThat(engines.ask(fails, faults)).isEmpty();
        assertThat(faults).containsExactly(new NodeFault("engine", "no engine there"));
        assertThat(engines.ask(driver(() -> STATS), faults)).contains(STATS);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ResourceDriver driver(Supplier<EngineStats> stats) {
        return (ResourceDriver)
                Proxy.newProxyInstance(
                        ResourceDriver.class.getClassLoader(),
                        new Class<?>[] {ResourceDriver.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("stats") ? stats.get() : "engine");
    }
}
