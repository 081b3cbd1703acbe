package dev.aiwm.command.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.ControllerData;
import dev.aiwm.contracts.protocol.VmListSnapshots;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;

class NodeStreamsTest {
    private final NodeStreams streams = new NodeStreams(4);

    @Test
    void an_organisation_that_asks_for_all_leaves_half_of_the_node_to_others() {
        var first = open("loud");
        open("loud");

        assertThatThrownBy(() -> open("loud"))
                .asInstanceOf(type(Rejection.class))
                .extracting(Rejection::code)
                .isEqualTo(RejectionCode.TOO_MANY_REQUESTS);
        open("quiet");
        open("quiet");
        assertThat(streams.count()).isEqualTo(4);

        first.close();
        first.close();
        open("loud");
        assertThatThrownBy(() -> open("third")).hasMessageContaining("all 4");
    }

    @Test
    void what_went_with_the_connection_takes_no_place() {
        open("one");
        open("one");

        streams.gone();

        open("one");
        open("one");
        assertThat(streams.count()).isZero();
    }

    private LiveStream open(String orgId) {
        return streams.open(
                new Unheard(), orgId, new VmListSnapshots(ResourceId.random()), new Deaf());
    }

    private static final class Unheard implements OpenStream.Way {
        @Override
        public void send(String type, ControllerData data) {}

        @Override
        public void send(ByteBuffer frame) {}
    }

    private static final class Deaf implements LiveListener {
        @Override
        public void heard(LiveStream from, boolean error, byte[] bytes) {}

        @Override
        public void ended(Integer exitCode, CommandError error) {}
    }
}
