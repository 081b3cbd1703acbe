package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.FollowingStep;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.VmDelete;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.simulated.Fault;
import dev.aiwm.nodeagent.driver.simulated.Pace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** What will be asked for next is begun before it is asked for, and told of afterwards. */
class GoingAheadTest {
    @TempDir private Path folder;
    private final FakeController controller = new FakeController();
    private final ResourceId resource = ResourceId.random();
    private final ExecutionId execution = ExecutionId.random();
    private final VmStart start = new VmStart(resource);
    private final FollowingStep thenStart = new FollowingStep(1, 60, start);
    private final Gate gate = new Gate();
    private AgentUnderTest agent;

    @AfterEach
    void end() {
        agent.close();
        controller.close();
    }

    @Test
    void what_follows_begins_unasked_and_is_told_of_once_asked() {
        var connection = startSlowly();
        connection.command(execution, 0, 1, Samples.vmCreate(resource), thenStart);
        assertThat(connection.result().stepIndex()).isZero();
        gate.awaitWork();

        connection.command(execution, 1, 1, start);
        connection.expect(MessageType.COMMAND_ACK);
        gate.open();

        var result = connection.result();
        assertThat(result.stepIndex()).isEqualTo(1);
        assertThat(result.status()).isEqualTo(CommandStatus.SUCCESS);
        assertThat(result.result().runtime()).isNotNull();
    }

    @Test
    void what_was_done_unasked_is_not_done_again() {
        agent = AgentUnderTest.start(controller, folder);
        var connection = controller.next();
        connection.register();
        connection.command(execution, 0, 1, Samples.vmCreate(resource), thenStart);
        connection.take(connection.result());

        connection.command(execution, 1, 1, start);
        var started = connection.result();
        connection.take(started);
        connection.command(execution, 1, 1, start);

        assertThat(connection.result()).isEqualTo(started);
    }

    @Test
    void a_failure_is_followed_by_nothing() {
        var broken =
                Fault.nth(1, Fault.Verb.CREATE, "vm", DriverException.Kind.PERMANENT, "NO_SPACE");
        agent =
                AgentUnderTest.start(
                        controller, AgentUnderTest.engine(folder).withFaults(broken), Pace.REAL);
        var connection = controller.next();
        connection.register();
        connection.command(execution, 0, 1, Samples.vmCreate(resource), thenStart);
        assertThat(connection.result().error().code()).isEqualTo("NO_SPACE");

        connection.command(execution, 1, 1, start);

        assertThat(connection.result().error().code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void removing_ends_what_nobody_asked_for() {
        var connection = startSlowly();
        connection.command(execution, 0, 1, Samples.vmCreate(resource), thenStart);
        assertThat(connection.result().stepIndex()).isZero();
        gate.awaitWork();
        var deletion = ExecutionId.random();

        connection.command(deletion, 0, 1, new VmDelete(resource));

        var removed = connection.result();
        assertThat(removed.executionId()).isEqualTo(deletion);
        assertThat(removed.status()).isEqualTo(CommandStatus.SUCCESS);
        assertThat(agent.driver.recover()).isEmpty();
    }

    @Test
    void a_new_process_goes_on_with_it() {
        var first = startSlowly();
        first.command(execution, 0, 1, Samples.vmCreate(resource), thenStart);
        first.result();
        gate.awaitWork();
        agent.close();

        agent = AgentUnderTest.start(controller, folder);
        var second = controller.next();
        second.register(resource);
        assertThat(second.result().stepIndex()).isZero();
        second.command(execution, 1, 1, start);

        var result = second.result();
        assertThat(result.stepIndex()).isEqualTo(1);
        assertThat(result.status()).isEqualTo(CommandStatus.SUCCESS);
    }

    private FakeConnection startSlowly() {
        agent = AgentUnderTest.startSlowly(controller, folder, gate);
        var connection = controller.next();
        connection.register();
        return connection;
    }
}
