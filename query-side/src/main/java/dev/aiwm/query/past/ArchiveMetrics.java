package dev.aiwm.query.past;

import dev.aiwm.support.log.EventLog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** How far what is kept of the past is behind. */
@Component
class ArchiveMetrics implements MeterBinder {
    private final Archive archive;
    private final EventLog log;

    ArchiveMetrics(Archive archive, EventLog log) {
        this.archive = archive;
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("aiwm.past.lag.events", this, ArchiveMetrics::lag)
                .description("Events that are only in the log; up to 500 at rest")
                .register(registry);
    }

    private double lag() {
        return Math.max(0, log.head().value() - Archive.endOf(archive.segments() - 1).value());
    }
}
