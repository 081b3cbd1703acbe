package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.SystemHealthCheck;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.contracts.resource.ObservedState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class ReconnectingTest {
    @TempDir private Path folder;
    private final FakeController controller = new FakeController();
    private final ResourceId resource = ResourceId.random();
    private final ExecutionId execution = ExecutionId.random();
    private AgentUnderTest agent;

    @BeforeEach
    void start() {
        agent = AgentUnderTest.start(controller, folder);
    }

    @AfterEach
    void end() {
        agent.close();
        controller.close();
    }

    @Test
    void an_agent_whose_line_was_cut_registers_again_with_what_it_manages() {
        var first = controller.next();
        first.register();
        first.command(execution, 0, 1, Samples.vmCreate(resource));
        first.take(first.result());
        first.command(execution, 1, 1, new VmStart(resource));
        first.take(first.result());
        first.cut();

        var managed = controller.next().register(resource).managed();

        assertThat(managed).extracting(ManagedResource::resourceId).containsExactly(resource);
        assertThat(managed.get(0).observation().state()).isEqualTo(ObservedState.RUNNING);
        assertThat(managed.get(0).runtime()).isNotNull();
    }

    @Test
    void a_controller_that_restarts_gets_its_agent_back() {
        var connection = controller.next();
        for (int i = 0; i < 5; i++) {
            connection.register();
            connection.close(1001, "restart");
            connection = controller.next();
        }
        connection.register();
    }

    @Test
    void an_agent_that_is_not_let_in_tries_again() {
        var connection = controller.next();
        controller.refuseWith(401);
        connection.cut();
        controller.awaitRefusals(3);

        controller.refuseWith(0);

        controller.next().register();
    }

    @ParameterizedTest
    @ValueSource(ints = {4001, 4003})
    void an_agent_that_was_sent_away_says_so_and_stays_away(int code) throws Exception {
        var connection = controller.next();
        connection.register();

        connection.close(code, "sent away");

        var dismissal =
                agent.agent
                        .dismissed()
                        .toCompletableFuture()
                        .get(FakeController.PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(dismissal.code()).isEqualTo(code);
        assertThat(controller.connectionsSoFar()).isEqualTo(1);
    }

    @Test
    void an_agent_that_ends_says_good_bye() {
        var connection = controller.next();
        connection.register();

        agent.close();

        connection.awaitEnd();
        assertThat(connection.closeCode()).isEqualTo(1000);
    }

    @Test
    void a_message_in_many_pieces_is_one_message() {
        var connection = controller.next();
        connection.register();

        connection.inPieces(7);
        connection.command(execution, 0, 1, Samples.vmCreate(resource));

        assertThat(connection.result().status()).isEqualTo(CommandStatus.SUCCESS);
    }

    @Test
    void what_cannot_be_read_harms_nobody() {
        var connection = controller.next();
        connection.register();

        connection.sendText("certainly not json");
        connection.sendText("{\"type\":\"vm.fly\",\"data\":{}}");
        connection.sendText("{\"type\":\"vm.start\",\"data\":{\"executionId\":7}}");
        connection.command(execution, 0, 1, new SystemHealthCheck());

        var result = connection.result();
        assertThat(result.status()).isEqualTo(CommandStatus.SUCCESS);
        assertThat(result.result().details()).containsEntry("simulated", "healthy");
    }
}
