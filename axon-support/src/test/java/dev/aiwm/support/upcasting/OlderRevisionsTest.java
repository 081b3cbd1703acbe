package dev.aiwm.support.upcasting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.execution.ExecutionOptions;
import dev.aiwm.contracts.execution.event.StepAcknowledged;
import dev.aiwm.contracts.execution.event.StepDispatched;
import dev.aiwm.contracts.node.GpuDevice;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.node.event.NodeConnected;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.protocol.ContainerCreate;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.resource.config.ApplicationContainerConfig;
import dev.aiwm.contracts.resource.config.ContainerOptions;
import dev.aiwm.contracts.resource.config.Registry;
import dev.aiwm.contracts.resource.event.ResourceReconfigured;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.Position;
import dev.aiwm.support.sample.CounterApplication;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events as earlier versions wrote them. */
class OlderRevisionsTest {
    private static final String OPTIONS = ",\"options\":null";

    @TempDir Path data;

    @Test
    void a_container_from_before_there_were_options_has_none() {
        var event = reconfigured();
        try (var program = CounterApplication.start(data)) {
            program.getBean(EventStore.class)
                    .publish(
                            new GenericDomainEventMessage<>(
                                    "Resource", event.resourceId().toString(), 0, event));
            makeItOlder(program, OPTIONS);
        }

        try (var program = CounterApplication.start(data)) {
            var read = program.getBean(EventLog.class).read(Position.START, 10);

            assertThat(read).singleElement().extracting("payload").isEqualTo(event);
            var config = (ApplicationContainerConfig) event.config();
            assertThat(config.effectiveOptions()).isEqualTo(ContainerOptions.NONE);
        }
    }

    @Test
    void a_container_from_before_owners_were_told_is_made_for_nobody() {
        var subject = new ResourceRef("application-container", ResourceId.random().value());
        var event =
                new StepDispatched(
                        ExecutionId.random(),
                        0,
                        1,
                        false,
                        NodeId.of("gpu-1"),
                        subject,
                        new ContainerCreate(
                                ResourceId.of(subject.id()),
                                "web",
                                1,
                                reconfigured().config(),
                                Claims.NONE,
                                null),
                        Instant.EPOCH,
                        ExecutionOptions.USUAL_PRIORITY,
                        List.of());
        try (var program = CounterApplication.start(data)) {
            program.getBean(EventStore.class)
                    .publish(
                            new GenericDomainEventMessage<>(
                                    "Execution", event.executionId().toString(), 0, event));
            makeItOlder(program, ",\"org\":null");
        }

        try (var program = CounterApplication.start(data)) {
            var read = program.getBean(EventLog.class).read(Position.START, 10);

            assertThat(read).singleElement().extracting("payload").isEqualTo(event);
        }
    }

    @Test
    void a_gpu_from_before_groups_were_told_is_in_none() {
        var gpu = new GpuDevice("GPU-0", "H100", 81_920, "0000:3b:00.0", null, false, List.of());
        var inventory =
                new Inventory(
                        "gpu-1",
                        null,
                        null,
                        null,
                        8,
                        null,
                        1,
                        1,
                        List.of(gpu),
                        List.of(),
                        null,
                        false,
                        null,
                        false);
        var event = new NodeConnected(NodeId.of("gpu-1"), 1, "token", inventory);
        try (var program = CounterApplication.start(data)) {
            program.getBean(EventStore.class)
                    .publish(
                            new GenericDomainEventMessage<>(
                                    "Node", event.nodeId().toString(), 0, event));
            makeItOlder(program, ",\"iommuGroup\":null");
        }

        try (var program = CounterApplication.start(data)) {
            assertThat(program.getBean(EventLog.class).read(Position.START, 10))
                    .singleElement()
                    .extracting("payload")
                    .isEqualTo(event);
        }
    }

    @Test
    void an_acknowledgement_from_before_it_was_told_when_the_command_was_sent_does_not_tell_it() {
        var event = new StepAcknowledged(ExecutionId.random(), 0, 1, false, null);
        try (var program = CounterApplication.start(data)) {
            program.getBean(EventStore.class)
                    .publish(
                            new GenericDomainEventMessage<>(
                                    "Execution", event.executionId().toString(), 0, event));
            makeItOlder(program, ",\"sentAt\":null");
        }

        try (var program = CounterApplication.start(data)) {
            var read = program.getBean(EventLog.class).read(Position.START, 10);

            assertThat(read).singleElement().extracting("payload").isEqualTo(event);
        }
    }

    @Test
    void a_step_from_before_there_were_priorities_has_the_usual_one() {
        var resource = ResourceId.random();
        var event =
                new StepDispatched(
                        ExecutionId.random(),
                        0,
                        1,
                        false,
                        NodeId.of("gpu-1"),
                        new ResourceRef("container", resource.value()),
                        new ContainerStart(resource),
                        Instant.parse("2030-01-01T00:00:00Z"),
                        ExecutionOptions.USUAL_PRIORITY,
                        List.of());
        try (var program = CounterApplication.start(data)) {
            program.getBean(EventStore.class)
                    .publish(
                            new GenericDomainEventMessage<>(
                                    "Execution", event.executionId().toString(), 0, event));
            makeItOlder(program, ",\"priority\":5");
        }

        try (var program = CounterApplication.start(data)) {
            var read = program.getBean(EventLog.class).read(Position.START, 10);

            assertThat(read).singleElement().extracting("payload").isEqualTo(event);
        }
    }

    private static void makeItOlder(ConfigurableApplicationContext program, String newer) {
        var sql = program.getBean(JdbcTemplate.class);
        byte[] payload = sql.queryForObject("select payload from event_log", byte[].class);
        String now = new String(payload, StandardCharsets.UTF_8);
        assertThat(now).contains(newer);
        sql.update(
                "update event_log set payload_revision = '1', payload = ?",
                (Object) now.replace(newer, "").getBytes(StandardCharsets.UTF_8));
    }

    private static ResourceReconfigured reconfigured() {
        var config =
                new ApplicationContainerConfig(
                        Registry.DOCKER_HUB,
                        "nginx",
                        "1.27",
                        null,
                        List.of(),
                        List.of(),
                        Map.of(),
                        1.0,
                        512L,
                        List.of(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null);
        var claims = new Claims(1, 512, 0, List.of(), List.of(), List.of(), List.of());
        return new ResourceReconfigured(ResourceId.random(), config, claims, 2);
    }
}
