package dev.aiwm.command.live;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.CommandError;

import java.util.Map;

/** What a client is told when a node could not do what was asked. */
final class EngineFailure {
    private static final Map<String, RejectionCode> KNOWN =
            Map.ofEntries(
                    Map.entry("NOT_FOUND", RejectionCode.NOT_RUNNING),
                    Map.entry("NOT_RUNNING", RejectionCode.NOT_RUNNING),
                    Map.entry("NO_SUCH_PROGRAM", RejectionCode.VALIDATION_FAILED),
                    Map.entry("UNSUPPORTED", RejectionCode.NOT_IMPLEMENTED),
                    Map.entry("TOO_MANY_STREAMS", RejectionCode.TOO_MANY_REQUESTS),
                    Map.entry("NODE_OFFLINE", RejectionCode.NODE_OFFLINE),
                    Map.entry("CONTAINER_NOT_FOUND", RejectionCode.NOT_FOUND),
                    Map.entry("ALREADY_MANAGED", RejectionCode.ALREADY_MANAGED),
                    Map.entry("NOT_ADOPTABLE", RejectionCode.NOT_ADOPTABLE),
                    Map.entry("VOLUME_NOT_FOUND", RejectionCode.NOT_FOUND),
                    Map.entry("VOLUME_TAKEN", RejectionCode.VOLUME_TAKEN),
                    Map.entry("VOLUME_IN_USE", RejectionCode.VOLUME_IN_USE));

    private EngineFailure() {}

    static Rejection asRejection(CommandError error) {
        return new Rejection(
                KNOWN.getOrDefault(error.code(), RejectionCode.ENGINE_FAILED),
                error.message(),
                Map.of("engineCode", error.code()));
    }
}
