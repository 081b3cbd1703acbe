package dev.aiwm.command.live;

import dev.aiwm.command.gateway.LiveListener;
import dev.aiwm.command.gateway.LiveStream;
import dev.aiwm.command.socket.Line;
import dev.aiwm.contracts.protocol.CloseCode;
import dev.aiwm.contracts.protocol.CommandError;

import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.util.Map;

/** Passes what a live call says on to its visitor, and grants more when it is out. */
final class Visitor implements LiveListener {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Line line;

    Visitor(Line line) {
        this.line = line;
    }

    @Override
    public void heard(LiveStream from, boolean error, byte[] bytes) {
        line.send(ByteBuffer.wrap(bytes), () -> from.consumed(bytes.length));
    }

    @Override
    public void ended(Integer exitCode, CommandError error) {
        if (error != null) {
            var why = EngineFailure.asRejection(error);
            line.send(
                    JSON.writeValueAsString(
                            Map.of(
                                    "error",
                                    Map.of(
                                            "code", why.code().name(),
                                            "detail", why.getMessage()))));
        } else if (exitCode != null) {
            line.send(JSON.writeValueAsString(Map.of("exitCode", exitCode)));
        }
        line.close(CloseCode.NORMAL, "it is over");
    }
}
