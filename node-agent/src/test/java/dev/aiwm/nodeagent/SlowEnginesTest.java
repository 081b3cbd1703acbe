package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.ContainerInfo;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.NodeFault;
import dev.aiwm.contracts.protocol.NodeMetrics;
import dev.aiwm.contracts.protocol.NodeRegister;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.EngineStats;
import dev.aiwm.nodeagent.driver.Fingerprint;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.Subscription;
import dev.aiwm.nodeagent.driver.simulated.SimulatedDriver;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A node with one engine that takes no time and one that takes as long as the test wants. */
class SlowEnginesTest {
    private static final Subscription NOTHING = () -> {};
    private static final ContainerInfo BEHIND =
            new ContainerInfo("c-1", "behind", "image:1", "running", null, false);

    @TempDir private Path folder;
    private final FakeController controller = new FakeController();
    private final CountDownLatch registers = new CountDownLatch(1);
    private final CountDownLatch measures = new CountDownLatch(1);
    private final CountDownLatch fastWasSeen = new CountDownLatch(1);
    private final AtomicBoolean failing = new AtomicBoolean();
    private NodeAgent agent;

    @BeforeEach
    void start() {
        var fast = new SimulatedDriver(AgentUnderTest.engine(folder));
        var settings =
                AgentSettings.of(
                                controller.uri(), AgentUnderTest.TOKEN, AgentUnderTest.NODE, folder)
                        .withRedial(Duration.ofMillis(1), Duration.ofMillis(20));
        agent = NodeAgent.start(settings, List.of(slow(), watched(fast)));
    }

    @AfterEach
    void end() {
        registers.countDown();
        measures.countDown();
        agent.close();
        controller.close();
    }

    @Test
    void the_first_figures_do_not_wait_for_an_engine_that_takes_long() {
        registers.countDown();
        var connection = controller.next();
        connection.register();

        var first = connection.expect(MessageType.METRICS, NodeMetrics.class);
        measures.countDown();
        var second = connection.expect(MessageType.METRICS, NodeMetrics.class);

        assertThat(first.host()).isNotNull();
        assertThat(first.containers()).doesNotContain(BEHIND);
        assertThat(first.faults())
                .containsExactly(new NodeFault("slow", "it has not answered yet"));
        assertThat(second.host()).isNotNull();
        assertThat(second.containers()).contains(BEHIND);
        assertThat(second.faults()).isEmpty();
    }

    @Test
    void engines_are_looked_at_side_by_side_for_the_registration() throws InterruptedException {
        var connection = controller.next();
        assertThat(fastWasSeen.await(FakeController.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        registers.countDown();

        var register = connection.expect(MessageType.NODE_REGISTER, NodeRegister.class);
        assertThat(register.inventory().engines()).contains("slow-things", Inventory.CONTAINERS);
    }

    @Test
    void an_engine_that_fails_is_left_out_until_it_works() {
        failing.set(true);
        registers.countDown();
        var without = controller.next().register();
        assertThat(without.inventory().engines())
                .contains(Inventory.CONTAINERS)
                .doesNotContain("slow-things");

        failing.set(false);

        var with = controller.next().register();
        assertThat(with.inventory().engines()).contains("slow-things", Inventory.CONTAINERS);
    }

    private ResourceDriver slow() {
        return driver(
                (proxy, method, arguments) ->
                        switch (method.getName()) {
                            case "name" -> "slow";
                            case "engines" -> Set.of("slow-things");
                            case "fingerprint" -> {
                                registers.await();
                                if (failing.get()) {
                                    throw DriverException.retryable("ENGINE_GONE", "no engine");
                                }
                                yield new Fingerprint(null, List.of(), null, false, false);
                            }
                            case "recover" -> List.of();
                            case "events" -> NOTHING;
                            case "stats" -> {
                                measures.await();
                                yield new EngineStats(
                                        null, List.of(), List.of(BEHIND), List.of(), false);
                            }
                            case "capability" -> Optional.empty();
                            default -> null;
                        });
    }

    private ResourceDriver watched(SimulatedDriver fast) {
        return driver(
                (proxy, method, arguments) -> {
                    if (method.getName().equals("recover")) {
                        fastWasSeen.countDown();
                    }
                    return method.invoke(fast, arguments);
                });
    }

    private static ResourceDriver driver(InvocationHandler behaviour) {
        return (ResourceDriver)
                Proxy.newProxyInstance(
                        ResourceDriver.class.getClassLoader(),
                        new Class<?>[] {ResourceDriver.class},
                        behaviour);
    }
}
