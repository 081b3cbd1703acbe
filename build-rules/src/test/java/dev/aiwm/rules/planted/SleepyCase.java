package dev.aiwm.rules.planted;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

@Disabled("planted: never run, only looked at")
class SleepyCase {
    @Test
    void testOne() throws InterruptedException {
        sleepy();
    }

    void sleepy() throws InterruptedException {
        Thread.sleep(1);
    }
}
