package dev.aiwm.query.projection;

import dev.aiwm.support.projection.ProjectionStatus;
import dev.aiwm.support.projection.Projections;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

import java.util.List;

/** Lag and work of each projection as figures. */
@Component
class ProjectionMetrics implements MeterBinder {
    private final List<Projections> sides;

    ProjectionMetrics(List<Projections> sides) {
        this.sides = List.copyOf(sides);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Projections side : sides) {
            for (String name : side.names()) {
                Gauge.builder("aiwm.projection.lag.events", side, it -> lag(it, name))
                        .description("Events of the log that the projection does not have yet")
                        .tag("projection", name)
                        .register(registry);
                Gauge.builder("aiwm.projection.faulty", side, it -> faulty(it, name))
                        .description("1 while the projection cannot go on")
                        .tag("projection", name)
                        .register(registry);
                FunctionCounter.builder("aiwm.projection.events", side, it -> handled(it, name))
                        .description("Events that this process has handled")
                        .tag("projection", name)
                        .register(registry);
            }
        }
    }

    private static double lag(Projections side, String name) {
        return side.status(name).map(ProjectionStatus::lag).orElse(0L);
    }

    private static double faulty(Projections side, String name) {
        return side.status(name).filter(ProjectionStatus::isFaulty).isPresent() ? 1 : 0;
    }

    private static double handled(Projections side, String name) {
        return side.status(name).map(ProjectionStatus::handled).orElse(0L);
    }
}
