package dev.aiwm.contracts.schedule;

/**
 * How many of the snapshots that a schedule made of one resource it keeps, and for how long. The
 * newest one always stays; what others made is never touched.
 *
 * @param keep how many at most; null is any number
 * @param maxAgeSeconds how old they may become; null is any age
 */
public record Retention(Integer keep, Long maxAgeSeconds) {}
