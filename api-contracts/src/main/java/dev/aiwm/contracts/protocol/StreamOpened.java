package dev.aiwm.contracts.protocol;

import dev.aiwm.contracts.Copies;

import java.util.Map;

/** The live call has begun; the details may hold a password made for it alone. */
public record StreamOpened(int streamId, Map<String, String> details) implements AgentData {
    public static final String PASSWORD = "password";

    public StreamOpened {
        details = Copies.orEmpty(details);
    }

    @Override
    public String toString() {
        return "StreamOpened[" + streamId + "]";
    }
}
