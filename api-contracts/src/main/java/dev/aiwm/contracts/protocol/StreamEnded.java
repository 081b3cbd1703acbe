package dev.aiwm.contracts.protocol;

/**
 * The live call is over, and all it had to say was said.
 *
 * @param exitCode of a program
 * @param error why it could not be carried out; null when it was
 */
public record StreamEnded(int streamId, Integer exitCode, CommandError error)
        implements AgentData {}
