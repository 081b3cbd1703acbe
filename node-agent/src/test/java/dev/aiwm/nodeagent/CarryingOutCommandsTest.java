package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.CommandAck;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.ContainerPull;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.protocol.ContainerStop;
import dev.aiwm.contracts.protocol.Heartbeat;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.ModelDelete;
import dev.aiwm.contracts.protocol.NodeMetrics;
import dev.aiwm.contracts.protocol.VmCreate;
import dev.aiwm.contracts.protocol.VmStart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class CarryingOutCommandsTest {
    @TempDir private Path folder;
    private final FakeController controller = new FakeController();
    private final ResourceId resource = ResourceId.random();
    private final ExecutionId execution = ExecutionId.random();
    private AgentUnderTest agent;

    @AfterEach
    void end() {
        agent.close();
        controller.close();
    }

    @Test
    void the_agent_shows_its_token_and_registers_what_the_node_is() {
        agent = AgentUnderTest.start(controller, folder);
        var connection = controller.next();

        assertThat(connection.headers).containsEntry("authorization", "Bearer the-node-token");
        var register = connection.register();
        assertThat(register.nodeId()).isEqualTo("node-1");
        assertThat(register.managed()).isEmpty();
        var inventory = register.inventory();
        assertThat(inventory.simulated()).isTrue();
        assertThat(inventory.cpuCores()).isEqualTo(64);
        assertThat(inventory.ramMB()).isEqualTo(262_144);
        assertThat(inventory.diskGB()).isEqualTo(2_048);
        assertThat(inventory.gpuDevices()).hasSize(9);
        assertThat(inventory.engines()).containsExactly("container", "virtual-machine");
        assertThat(inventory.vgpu()).isTrue();
    }

    @Test
    void once_registered_it_beats_and_measures() {
        agent = AgentUnderTest.start(controller, folder);
        var connection = controller.next();
        connection.register();

        assertThat(connection.expect(MessageType.HEARTBEAT, Heartbeat.class).status())
                .isEqualTo("healthy");
        var metrics = connection.expect(MessageType.METRICS, NodeMetrics.class);
        assertThat(metrics.simulated()).isTrue();
        assertThat(metrics.gpuDevices()).hasSize(9);
        assertThat(metrics.host().ramTotalMB()).isEqualTo(262_144);
    }

    @Test
    void a_container_is_pulled_created_started_and_stopped() {
        agent = AgentUnderTest.start(controller, folder);
        var connection = controller.next();
        connection.register();

        connection.command(execution, 0, 1, new ContainerPull(resource, "nginx:1.27", null, null));
        var ack = connection.expect(MessageType.COMMAND_ACK, CommandAck.class);
        assertThat(ack).isEqualTo(new CommandAck(execution, 0, 1, false));
        assertThat(connection.result().status()).isEqualTo(CommandStatus.SUCCESS);

        connection.command(execution, 1, 1, Samples.containerCreate(resource));
        assertThat(connection.result().status()).isEqualTo(CommandStatus.SUCCESS);

        connection.command(execution, 2, 1, new ContainerStart(resource));
        var started = connection.result();
        assertThat(started.stepIndex()).isEqualTo(2);
        assertThat(started.result().runtime().endpoint()).isEqualTo("127.0.0.1:8080");

        connection.command(ExecutionId.random(), 0, 1, new ContainerStop(resource, false, 30));
        assertThat(connection.result().result().exitCode()).isZero();
    }

    @Test
    void what_this_agent_cannot_do_fails_for_good() {
        agent = AgentUnderTest.start(controller, folder);
        var connection = controller.next();
        connection.register();

        connection.command(execution, 0, 1, new ModelDelete("llama"));

        var result = connection.result();
        assertThat(result.status()).isEqualTo(CommandStatus.FAILURE);
        assertThat(result.error().code()).isEqualTo("UNSUPPORTED");
        assertThat(result.error().retryable()).isFalse();
    }

    @Test
    void starting_what_is_not_there_fails_with_a_code() {
        agent = AgentUnderTest.start(controller, folder);
        var connection = controller.next();
        connection.register();

        connection.command(execution, 0, 1, new VmStart(resource));

        assertThat(connection.result().error().code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void a_gpu_that_runs_elsewhere_is_refused_by_the_engine() {
        agent = AgentUnderTest.start(controller, folder);
        var connection = controller.next();
        connection.register();
        var other = ResourceId.random();
        int step = 0;
        for (var id : List.of(resource, other)) {
            connection.command(execution, step++, 1, vmWithGpu3(id));
            connection.result();
        }
        connection.command(execution, 2, 1, new VmStart(resource));
        assertThat(connection.result().status()).isEqualTo(CommandStatus.SUCCESS);

        connection.command(execution, 3, 1, new VmStart(other));

        assertThat(connection.result().error().code()).isEqualTo("GPU_IN_USE");
    }

    private static VmCreate vmWithGpu3(ResourceId id) {
        return new VmCreate(id, "vm", 1, Samples.virtualMachine(), Samples.claims("GPU-3"));
    }
}
