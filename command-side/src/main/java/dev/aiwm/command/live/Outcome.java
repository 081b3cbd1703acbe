package dev.aiwm.command.live;

import java.time.Duration;

/**
 * What came of a live call.
 *
 * @param truncated more was said than is kept
 * @param exitCode of a program that ended
 */
record Outcome(
        byte[] out,
        byte[] err,
        boolean truncated,
        Integer exitCode,
        boolean timedOut,
        Duration took) {}
