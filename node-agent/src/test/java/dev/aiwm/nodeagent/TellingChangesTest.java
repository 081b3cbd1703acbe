package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.CommandStatus;
import dev.aiwm.contracts.protocol.ContainerStart;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.contracts.protocol.ResourceStatusReport;
import dev.aiwm.contracts.protocol.SystemHealthCheck;
import dev.aiwm.contracts.protocol.VmStart;
import dev.aiwm.contracts.resource.ObservedState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class TellingChangesTest {
    @TempDir private Path folder;
    private final FakeController controller = new FakeController();
    private final ResourceId resource = ResourceId.random();
    private final ExecutionId execution = ExecutionId.random();
    private AgentUnderTest agent;
    private FakeConnection connection;

    @BeforeEach
    void start() {
        agent = AgentUnderTest.start(controller, folder);
        connection = controller.next();
    }

    @AfterEach
    void end() {
        agent.close();
        controller.close();
    }

    @Test
    void a_program_that_ends_by_itself_is_told() {
        connection.register();
        run();

        agent.driver.end(resource, 3);

        var report = connection.expect(MessageType.CONTAINER_STATUS, ResourceStatusReport.class);
        assertThat(report.resourceId()).isEqualTo(resource);
        assertThat(report.observation().state()).isEqualTo(ObservedState.FAILED);
        assertThat(report.observation().exitCode()).isEqualTo(3);
    }

    @Test
    void what_a_result_says_is_not_told_twice() {
        connection.register();
        connection.command(execution, 0, 1, Samples.vmCreate(resource));
        connection.command(execution, 1, 1, new VmStart(resource));
        connection.command(execution, 2, 1, new SystemHealthCheck());

        assertThat(typesUntilResultOf(3)).doesNotContain(MessageType.VM_STATUS);
        agent.driver.end(resource, 1);
        assertThat(connection.expect(MessageType.VM_STATUS).path("data").toString())
                .contains("failed");
    }

    @Test
    void a_change_while_there_is_no_line_is_part_of_the_registration() {
        connection.register();
        run();
        controller.refuseWith(503);
        connection.cut();
        agent.driver.end(resource, 5);
        controller.refuseWith(0);

        var managed = controller.next().register(resource).managed();

        assertThat(managed.get(0).observation().exitCode()).isEqualTo(5);
    }

    @Test
    void a_change_between_registration_and_its_answer_is_told_after_it() {
        connection.register();
        run();
        connection.cut();
        var second = controller.next();
        second.expect(MessageType.NODE_REGISTER);
        agent.driver.end(resource, 9);
        second.accept(resource);

        var report = second.expect(MessageType.CONTAINER_STATUS, ResourceStatusReport.class);

        assertThat(report.observation().exitCode()).isEqualTo(9);
    }

    @Test
    void what_the_controller_does_not_keep_is_removed() {
        var kept = ResourceId.random();
        connection.register();
        run();
        connection.command(execution, 2, 1, Samples.vmCreate(kept));
        connection.take(connection.result());
        connection.cut();

        var second = controller.next();
        second.register(kept);

        var report = second.expect(MessageType.CONTAINER_STATUS, ResourceStatusReport.class);
        assertThat(report.resourceId()).isEqualTo(resource);
        assertThat(report.observation().state()).isEqualTo(ObservedState.ABSENT);
        assertThat(agent.driver.recover())
                .singleElement()
                .extracting(found -> found.resourceId())
                .isEqualTo(kept);
    }

    @Test
    void what_is_made_after_the_report_is_not_removed_for_not_being_in_it() {
        connection.register();

        run();

        assertThat(agent.driver.inspect(resource).observation().state())
                .isEqualTo(ObservedState.RUNNING);
    }

    private void run() {
        connection.command(execution, 0, 1, Samples.containerCreate(resource));
        connection.take(connection.result());
        connection.command(execution, 1, 1, new ContainerStart(resource));
        var started = connection.result();
        assertThat(started.status()).isEqualTo(CommandStatus.SUCCESS);
        connection.take(started);
    }

    private List<String> typesUntilResultOf(int results) {
        var types = new ArrayList<String>();
        int seen = 0;
        while (seen < results) {
            JsonNode message = connection.nextMessage();
            types.add(message.path("type").asString());
            seen += types.get(types.size() - 1).equals(MessageType.COMMAND_RESULT) ? 1 : 0;
        }
        return types;
    }
}
