package dev.aiwm.nodeagent.driver;

/** Told how far a verb is. Cheap to call; the agent passes on what is worth it. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (percent, message) -> {};

    void at(int percent, String message);
}
