package dev.aiwm.contracts.protocol;

/** Nobody listens to this live call any more: end it. */
public record StreamClose(int streamId) implements ControllerData {}
