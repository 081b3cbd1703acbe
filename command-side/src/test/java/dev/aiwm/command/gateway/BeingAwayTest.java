package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.placement.Presence;
import dev.aiwm.contracts.NodeId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

class BeingAwayTest {
    private static final NodeId NODE = NodeId.of("gpu-1");

    @TempDir Path data;

    @Test
    void an_agent_that_has_hung_up_is_away_until_it_registers_again() throws Exception {
        try (var controller = Controller.start(data)) {
            controller.enrol(NODE);
            var presence = controller.bean(Presence.class);
            assertThat(presence.isAbsent(NODE, 0)).isTrue();
            long epoch;
            try (var agent = controller.connect(NODE)) {
                epoch = agent.register(NODE).epoch();
                assertThat(presence.isAbsent(NODE, epoch)).isFalse();
            }
            controller.bean(LiveSessions.class).awaitNone(Duration.ofSeconds(10));
            assertThat(presence.isAbsent(NODE, epoch)).isTrue();
            assertThat(elsewhere(controller).isAbsent(NODE, epoch)).isTrue();
            assertThat(elsewhere(controller).isAbsent(NODE, epoch + 1)).isFalse();
            try (var agent = controller.connect(NODE)) {
                long next = agent.register(NODE).epoch();
                assertThat(presence.isAbsent(NODE, next)).isFalse();
            }
        }
    }

    /** As another process of several sees it, where a newer session may be with a third. */
    private static Presence elsewhere(Controller controller) {
        return new SessionPresence(controller.bean(LiveSessions.class), false);
    }
}
