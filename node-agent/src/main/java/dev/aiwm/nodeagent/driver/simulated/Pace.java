package dev.aiwm.nodeagent.driver.simulated;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How simulated time passes. */
@FunctionalInterface
public interface Pace {
    Pace REAL = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());

    void pass(Duration time) throws InterruptedException;
}
