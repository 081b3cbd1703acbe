package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.CommandResult;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.VmDelete;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.contracts.protocol.VmStop;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.simulated.Fault;
import dev.aiwm.nodeagent.driver.simulated.Pace;
import dev.aiwm.nodeagent.driver.simulated.Timings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** Once, and never forgotten, across cut lines and restarts of the agent. */
class KeepingPromisesTest {
    @TempDir private Path folder;
    private final FakeController controller = new FakeController();
    private final ResourceId resource = ResourceId.random();
    private final ExecutionId execution = ExecutionId.random();
    private final Gate gate = new Gate();
    private AgentUnderTest agent;

    @AfterEach
    void end() {
        agent.close();
        controller.close();
    }

    @Test
    void what_it_keeps_is_for_its_owner_alone() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        agent = AgentUnderTest.start(controller, folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_result_is_sent_again_on_the_next_line_until_it_is_taken() {
        agent = AgentUnderTest.start(controller, folder);
        var first = controller.next();
        first.register();
        first.command(execution, 0, 1, Samples.vmCreate(resource));
        var result = first.result();
        first.cut();

        var second = controller.next();
        second.register(resource);
        assertThat(second.result()).isEqualTo(result);
        second.take(result);
        second.command(execution, 1, 1, new VmStart(resource));
        assertThat(second.result().stepIndex()).isEqualTo(1);
        second.cut();

        var third = controller.next();
        third.register(resource);
        assertThat(third.result().stepIndex()).isEqualTo(1);
    }

    @Test
    void a_result_found_while_there_was_no_line_is_sent_on_the_next() {
        startSlowly();
        var first = controller.next();
        first.register();
        create(first);
        first.command(execution, 1, 1, new VmStart(resource));
        gate.awaitWork();
        first.cut();
        var second = controller.next();

        gate.open();

        second.register(resource);
        assertThat(second.result().result().runtime()).isNotNull();
    }

    @Test
    void a_repeated_command_joins_the_one_that_runs() {
        startSlowly();
        var connection = controller.next();
        connection.register();
        create(connection);
        connection.command(execution, 1, 1, new VmStart(resource));
        gate.awaitWork();

        connection.command(execution, 1, 1, new VmStart(resource));
        connection.expect(MessageType.COMMAND_ACK);
        connection.expect(MessageType.COMMAND_ACK);
        gate.open();

        var started = connection.result();
        connection.command(execution, 2, 1, new VmStop(resource, true, 0));
        assertThat(connection.result().stepIndex()).isEqualTo(2);
        assertThat(started.stepIndex()).isEqualTo(1);
    }

    @Test
    void a_repeated_command_is_answered_from_memory_and_not_done_again() {
        agent = AgentUnderTest.start(controller, folder);
        var connection = controller.next();
        connection.register();
        create(connection);
        connection.command(execution, 1, 1, new VmStart(resource));
        var started = connection.result();
        connection.take(started);
        connection.command(execution, 2, 1, new VmStop(resource, true, 0));
        connection.take(connection.result());

        connection.command(execution, 1, 1, new VmStart(resource));

        assertThat(connection.result()).isEqualTo(started);
        assertThat(agent.driver.inspect(resource).runtime()).isNull();
    }

    @Test
    void an_attempt_that_comes_after_its_successor_is_not_carried_out() {
        agent = AgentUnderTest.start(controller, folder);
        var connection = controller.next();
        connection.register();
        create(connection);
        connection.command(execution, 1, 2, new VmStart(resource));
        connection.result();
        connection.command(execution, 2, 1, new VmStop(resource, true, 0));
        connection.result();

        connection.command(execution, 1, 1, new VmStart(resource));

        assertThat(connection.result().error().code()).isEqualTo("SUPERSEDED");
        assertThat(agent.driver.inspect(resource).runtime()).isNull();
    }

    @Test
    void the_next_attempt_takes_the_place_of_one_that_hangs() {
        startSlowly();
        var connection = controller.next();
        connection.register();
        create(connection);
        connection.command(execution, 1, 1, new VmStart(resource));
        gate.awaitWork();

        connection.command(execution, 1, 2, new VmStart(resource));

        assertThat(connection.result().error().code()).isEqualTo("SUPERSEDED");
        gate.open();
        var second = connection.result();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.status()).isEqualTo(CommandStatus.SUCCESS);
    }

    @Test
    void removing_does_not_wait_for_what_it_makes_pointless() {
        startSlowly();
        var connection = controller.next();
        connection.register();
        create(connection);
        connection.command(execution, 1, 1, new VmStart(resource));
        gate.awaitWork();

        connection.command(ExecutionId.random(), 0, 1, new VmDelete(resource));

        assertThat(connection.result().error().code()).isEqualTo("SUPERSEDED");
        assertThat(connection.result().status()).isEqualTo(CommandStatus.SUCCESS);
        assertThat(agent.driver.recover()).isEmpty();
    }

    @Test
    void a_failure_says_whether_another_attempt_may_help_and_it_may() {
        var engine =
                AgentUnderTest.engine(folder)
                        .withFaults(
                                Fault.nth(
                                        1,
                                        Fault.Verb.START,
                                        "vm",
                                        DriverException.Kind.RETRYABLE,
                                        "ENGINE_BUSY"));
        agent = AgentUnderTest.start(controller, engine, Pace.REAL);
        var connection = controller.next();
        connection.register();
        create(connection);
        connection.command(execution, 1, 1, new VmStart(resource));
        var failed = connection.result();
        assertThat(failed.error().code()).isEqualTo("ENGINE_BUSY");
        assertThat(failed.error().retryable()).isTrue();

        connection.command(execution, 1, 2, new VmStart(resource));

        assertThat(connection.result().status()).isEqualTo(CommandStatus.SUCCESS);
    }

    @Test
    void a_new_process_goes_on_with_what_the_old_one_left_undone() {
        startSlowly();
        var first = controller.next();
        first.register();
        create(first);
        first.command(execution, 1, 1, new VmStart(resource));
        first.expect(MessageType.COMMAND_ACK);
        gate.awaitWork();
        agent.close();

        agent = AgentUnderTest.start(controller, folder);
        var second = controller.next();
        var managed = second.register(resource).managed();

        assertThat(managed).extracting(ManagedResource::resourceId).containsExactly(resource);
        var result = second.result();
        assertThat(result.stepIndex()).isEqualTo(1);
        assertThat(result.status()).isEqualTo(CommandStatus.SUCCESS);
    }

    @Test
    void what_it_may_not_write_down_it_gives_back_to_the_controller() {
        var engine =
                AgentUnderTest.engine(folder)
                        .withTimings(new Timings(hour(), hour(), hour(), hour(), hour()));
        agent = AgentUnderTest.start(controller, engine, gate);
        var first = controller.next();
        first.register();
        first.command(execution, 0, 1, Samples.containerCreate(resource));
        gate.awaitWork();
        agent.close();

        agent = AgentUnderTest.start(controller, folder);
        var second = controller.next();
        second.register();

        var result = second.result();
        assertThat(result.error().code()).isEqualTo("AGENT_RESTARTED");
        assertThat(result.error().retryable()).isTrue();
    }

    @Test
    void a_new_process_still_has_the_results_of_the_old_one() {
        agent = AgentUnderTest.start(controller, folder);
        var first = controller.next();
        first.register();
        var result = created(first);
        agent.close();

        agent = AgentUnderTest.start(controller, folder);
        var second = controller.next();
        second.register(resource);

        assertThat(second.result()).isEqualTo(result);
    }

    @Test
    void no_secret_lies_in_the_folder_of_the_agent() throws IOException {
        agent = AgentUnderTest.start(controller, folder);
        var connection = controller.next();
        connection.register();
        connection.command(execution, 0, 1, Samples.containerCreate(resource));
        connection.result();
        agent.close();

        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as("%s", file)
                        .doesNotContain(Samples.SECRET)
                        .doesNotContain(AgentUnderTest.TOKEN);
            }
        }
    }

    private void startSlowly() {
        agent = AgentUnderTest.startSlowly(controller, folder, gate);
    }

    private void create(FakeConnection connection) {
        connection.take(created(connection));
    }

    private CommandResult created(FakeConnection connection) {
        connection.command(execution, 0, 1, Samples.vmCreate(resource));
        return connection.result();
    }

    private static Duration hour() {
        return Duration.ofHours(1);
    }
}
