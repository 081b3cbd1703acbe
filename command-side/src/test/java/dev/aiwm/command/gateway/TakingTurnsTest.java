package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.execution.command.StartExecution;
import dev.aiwm.contracts.execution.event.ExecutionFailed;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.execution.event.StepSent;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.protocol.ContainerStop;
import dev.aiwm.contracts.protocol.StepData;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A node that is at as many attempts as it may. */
class TakingTurnsTest {
    private static final NodeId NODE = NodeId.of("node-1");
    private static final Duration WAITED = Duration.ofMillis(1_200);

    @TempDir Path data;
    private Controller controller;

    @AfterEach
    void stop() {
        controller.close();
    }

    @Test
    void a_node_is_given_the_next_command_when_an_attempt_has_ended() {
        controller = start();
        try (var agent = registered()) {
            send(4);
            var first = step(agent);
            var second = step(agent);
            agent.acknowledge(first);
            controller.await(StepAcknowledged.class);
            waitSome();

            agent.succeed(second);
            var third = step(agent);
            agent.succeed(first);
            var fourth = step(agent);

            assertThat(executions(List.of(first, second, third, fourth))).hasSize(4);
        }
    }

    @Test
    void what_waited_has_its_whole_time_and_says_when_it_was_sent() {
        controller = start();
        try (var agent = registered()) {
            send(2);
            var first = step(agent);
            step(agent);
            var work = Work.oneStep(NODE);
            controller.send(work);
            waitSome();
            agent.succeed(first);
            var waited = step(agent);

            var sent = controller.await(StepSent.class, of -> isOf(of.executionId(), work));
            var dispatched =
                    controller.await(StepDispatched.class, of -> isOf(of.executionId(), work));
            assertThat(sent.dueAt()).isAfterOrEqualTo(dispatched.dueAt().plus(WAITED));
            assertThat(Duration.between(sent.dueAt(), waited.deadline()).abs())
                    .isLessThan(Duration.ofMillis(5));
        }
    }

    @Test
    void what_is_not_acknowledged_at_once_says_when_it_was_sent_and_what_waits_does_not() {
        controller = start();
        try (var agent = registered()) {
            send(2);
            var out = executions(List.of(step(agent), step(agent)));
            send(1);

            Awaitility.await().until(() -> controller.events(StepSent.class).count() == 2);
            waitSome();

            assertThat(controller.events(StepSent.class).map(StepSent::executionId))
                    .as("each once, and nothing of what was not sent")
                    .containsExactlyInAnyOrderElementsOf(out);
            assertThat(controller.events(StepSent.class))
                    .allMatch(of -> of.dueAt().isAfter(of.sentAt()));
        }
    }

    @Test
    void what_stops_something_does_not_wait() {
        controller = start();
        try (var agent = registered()) {
            send(3);
            var first = step(agent);
            var second = step(agent);
            var resource = ResourceId.random();
            controller.send(Work.of(NODE, resource, new ContainerStart(resource)));
            controller.send(Work.of(NODE, resource, new ContainerStop(resource, false, 0)));

            var third = step(agent);
            var fourth = step(agent);

            assertThat(third.command()).as("of the same resource").isEqualTo(start(resource));
            assertThat(fourth.command()).isInstanceOf(ContainerStop.class);
            assertThat(executions(List.of(first, second, third, fourth))).hasSize(4);
        }
    }

    @Test
    void what_a_node_is_at_is_known_after_a_restart_of_everything() {
        controller = start();
        var underWay = new ArrayList<StepData>();
        try (var agent = registered()) {
            send(6);
            underWay.add(step(agent));
            underWay.add(step(agent));
            underWay.forEach(agent::acknowledge);
            Awaitility.await().until(() -> controller.events(StepAcknowledged.class).count() == 2);
        }
        controller.close();
        controller = start();
        try (var agent = controller.connect(NODE)) {
            agent.register(NODE);
            var again = List.of(step(agent), step(agent));
            assertThat(executions(again)).isEqualTo(executions(underWay));

            var all = new HashSet<>(executions(again));
            var next = again.get(0);
            for (int i = 0; i < 4; i++) {
                agent.succeed(next);
                next = step(agent);
                all.add(next.executionId());
            }
            assertThat(all).as("each once").hasSize(6);
        }
    }

    @Test
    void a_connected_agent_that_never_acknowledges_fails_the_attempt() {
        controller =
                start(
                        "aiwm.gateway.redeliver-after=200ms",
                        "aiwm.gateway.acknowledge-within=500ms");
        try (var agent = registered()) {
            var resource = ResourceId.random();
            controller.send(Work.of(NODE, resource, start(resource)));
            var taken = step(agent);
            agent.succeed(ofAnother(taken));

            var failed = controller.await(ExecutionFailed.class);

            assertThat(failed.failure().code())
                    .isEqualTo(RejectionCode.STEP_NOT_ACKNOWLEDGED.name());
        }
    }

    private Controller start(String... more) {
        var settings =
                new ArrayList<>(
                        List.of(
                                "aiwm.gateway.attempts-per-node=2",
                                "aiwm.gateway.sweep-interval=50ms"));
        settings.addAll(List.of(more));
        return Controller.start(data, settings.toArray(String[]::new));
    }

    private FakeAgent registered() {
        controller.enrol(NODE);
        var agent = controller.connect(NODE);
        agent.register(NODE);
        return agent;
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            controller.send(Work.oneStep(NODE));
        }
    }

    private static void waitSome() {
        Awaitility.await().pollDelay(WAITED).until(() -> true);
    }

    private static ContainerStart start(ResourceId resource) {
        return new ContainerStart(resource);
    }

    private static StepData step(FakeAgent agent) {
        while (true) {
            var message = agent.next();
            if (message.data() instanceof StepData step) {
                return step;
            }
        }
    }

    private static StepData ofAnother(StepData step) {
        return new StepData(ExecutionId.random(), 0, 1, false, step.deadline(), step.command());
    }

    private static boolean isOf(ExecutionId id, StartExecution work) {
        return id.equals(work.executionId());
    }

    private static Set<ExecutionId> executions(List<StepData> steps) {
        var ids = new HashSet<ExecutionId>();
        steps.forEach(step -> ids.add(step.executionId()));
        return ids;
    }
}
