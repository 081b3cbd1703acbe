package dev.aiwm.support.metrics;

import dev.aiwm.contracts.Rejection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import org.axonframework.monitoring.MessageMonitor.MonitorCallback;

import java.util.concurrent.TimeUnit;

/** How long one kind of message takes, by how it ends. What is usual is looked up once. */
final class Outcomes {
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;
    private final String meter;
    private final Tags tags;
    private final Timer done;

    Outcomes(MeterRegistry registry, String meter, Tags tags) {
        this.registry = registry;
        this.meter = meter;
        this.tags = tags;
        this.done = registry.timer(meter, tags.and(OUTCOME, "done"));
    }

    MonitorCallback began() {
        return new Running(this, System.nanoTime());
    }

    private Timer unusual(Throwable cause) {
        String outcome = cause instanceof Rejection ? "refused" : "failed";
        return registry.timer(meter, tags.and(OUTCOME, outcome));
    }

    private record Running(Outcomes outcomes, long start) implements MonitorCallback {
        @Override
        public void reportSuccess() {
            end(outcomes.done);
        }

        @Override
        public void reportFailure(Throwable cause) {
            end(outcomes.unusual(cause));
        }

        @Override
        public void reportIgnored() {}

        private void end(Timer timer) {
            timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }
}
