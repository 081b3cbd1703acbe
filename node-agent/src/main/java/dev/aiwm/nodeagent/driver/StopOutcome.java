package dev.aiwm.nodeagent.driver;

/** How it stopped; a virtual machine has no exit code. */
public record StopOutcome(Integer exitCode, boolean forced) {}
