package dev.aiwm.contracts.resource;

/**
 * How much of a node a resource may use. Absent where there is no limit, and where there is no such
 * part: a container has no disk of its own.
 */
public record ResourceSize(Double cpuCores, Long ramMB, Long diskGB) {}
