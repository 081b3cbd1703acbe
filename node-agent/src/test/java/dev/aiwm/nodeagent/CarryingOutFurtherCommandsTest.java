package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.execution.StepResult;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.ContainerPause;
import dev.aiwm.contracts.protocol.ContainerResize;
import dev.aiwm.contracts.protocol.ContainerResume;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.protocol.VmDeleteSnapshot;
import dev.aiwm.contracts.protocol.VmListSnapshots;
import dev.aiwm.contracts.protocol.VmPause;
import dev.aiwm.contracts.protocol.VmResize;
import dev.aiwm.contracts.protocol.VmRestoreSnapshot;
import dev.aiwm.contracts.protocol.VmResume;
import dev.aiwm.contracts.protocol.VmSnapshot;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.contracts.resource.ObservedState;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.contracts.resource.SnapshotFacts;
import dev.aiwm.nodeagent.driver.Pausing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

class CarryingOutFurtherCommandsTest {
    @TempDir private Path folder;
    private final FakeController controller = new FakeController();
    private final ResourceId resource = ResourceId.random();
    private final ExecutionId execution = ExecutionId.random();
    private AgentUnderTest agent;
    private FakeConnection connection;
    private int step;

    @BeforeEach
    void begin() {
        agent = AgentUnderTest.start(controller, folder);
        connection = controller.next();
        connection.register();
    }

    @AfterEach
    void end() {
        agent.close();
        controller.close();
    }

    @Test
    void a_machine_is_paused_and_resumed() {
        done(Samples.vmCreate(resource));
        var runtime = done(new VmStart(resource)).runtime();

        assertThat(done(new VmPause(resource)).runtime()).isEqualTo(runtime);
        assertThat(done(new VmResume(resource)).runtime()).isEqualTo(runtime);
    }

    @Test
    void a_container_is_paused_resumed_and_resized() {
        done(Samples.containerCreate(resource));
        var runtime = done(new ContainerStart(resource)).runtime();

        assertThat(done(new ContainerPause(resource)).runtime()).isEqualTo(runtime);
        assertThat(done(new ContainerResume(resource)).runtime()).isEqualTo(runtime);
        assertThat(done(new ContainerResize(resource, 1.0, 256L)).details())
                .isEqualTo(Map.of(StepResult.APPLIED, "cpu,ram", StepResult.FROM_NEXT_START, ""));
    }

    @Test
    void a_machine_is_resized_as_far_as_it_can_be_while_it_runs() {
        done(Samples.vmCreate(resource));
        done(new VmStart(resource));

        assertThat(done(new VmResize(resource, 8, 16_384, 200)).details())
                .isEqualTo(
                        Map.of(
                                StepResult.APPLIED, "cpu,disk",
                                StepResult.FROM_NEXT_START, "ram"));
    }

    @Test
    void a_snapshot_is_taken_listed_restored_and_removed() {
        var id = SnapshotId.random();
        done(Samples.vmCreate(resource));
        done(new VmStart(resource));

        var taken = SnapshotFacts.of(done(snapshot(id)).details()).orElseThrow();
        assertThat(taken.snapshotId()).isEqualTo(id);
        assertThat(taken.consistency()).isEqualTo(SnapshotConsistency.MEMORY);
        assertThat(done(new VmListSnapshots(resource)).details())
                .containsEntry(id + ".consistency", "memory");

        var restored = done(new VmRestoreSnapshot(resource, id));
        assertThat(restored.state()).isEqualTo(ObservedState.RUNNING);
        assertThat(restored.runtime()).isNotNull();

        done(new VmDeleteSnapshot(resource, id));
        done(new VmDeleteSnapshot(resource, id));
        assertThat(done(new VmListSnapshots(resource)).details()).isEmpty();
    }

    @Test
    void what_cannot_be_done_fails_with_a_code() {
        assertThat(failure(snapshot(SnapshotId.random()))).isEqualTo("NOT_FOUND");
        done(Samples.vmCreate(resource));
        assertThat(failure(new VmPause(resource))).isEqualTo(Pausing.NOT_RUNNING);
    }

    private VmSnapshot snapshot(SnapshotId id) {
        return new VmSnapshot(resource, id, "before", "before the update");
    }

    private StepResult done(AgentCommand command) {
        var result = result(command);
        assertThat(result.status()).as("%s", result).isEqualTo(CommandStatus.SUCCESS);
        return result.result();
    }

    private String failure(AgentCommand command) {
        var result = result(command);
        assertThat(result.status()).isEqualTo(CommandStatus.FAILURE);
        return result.error().code();
    }

    private CommandResult result(AgentCommand command) {
        connection.command(execution, step++, 1, command);
        return connection.result();
    }
}
