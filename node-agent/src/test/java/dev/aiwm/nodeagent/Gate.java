package dev.aiwm.nodeagent;

import dev.aiwm.nodeagent.driver.simulated.Pace;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Simulated time that stands still until a test lets it go on. */
final class Gate implements Pace {
    private final Semaphore waiting = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void pass(Duration time) throws InterruptedException {
        if (!time.isZero()) {
            waiting.release();
            open.await();
        }
    }

    /** Returns once a verb of the engine waits here. */
    void awaitWork() {
        try {
            if (!waiting.tryAcquire(FakeController.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the engine does nothing");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void open() {
        open.countDown();
    }
}
