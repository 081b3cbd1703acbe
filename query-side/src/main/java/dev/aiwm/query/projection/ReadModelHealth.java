package dev.aiwm.query.projection;

import dev.aiwm.support.mongo.ReadDatabases;
import dev.aiwm.support.projection.ProjectionStatus;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.web.health.HealthPart;
import dev.aiwm.web.health.PartHealth;

import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether read models answer, and how far each is behind the log. */
@Component
class ReadModelHealth implements HealthPart {
    private static final long FAR_BEHIND = 10_000;

    private final ReadDatabases databases;
    private final List<Projections> sides;

    ReadModelHealth(ReadDatabases databases, List<Projections> sides) {
        this.databases = databases;
        this.sides = List.copyOf(sides);
    }

    @Override
    public String name() {
        return "read-models";
    }

    @Override
    public PartHealth check() {
        databases.ping();
        var details = new LinkedHashMap<String, Object>();
        var status = PartHealth.Status.UP;
        for (Projections side : sides) {
            for (ProjectionStatus projection : side.status()) {
                details.put(projection.name(), describe(projection));
                status = worse(status, of(projection));
            }
        }
        return new PartHealth(status, details);
    }

    private static Map<String, Object> describe(ProjectionStatus projection) {
        var description = new LinkedHashMap<String, Object>();
        description.put("lag", projection.lag());
        if (projection.rebuild() != null) {
            description.put("rebuildProgress", projection.rebuild().progress());
        }
        if (projection.isFaulty()) {
            description.put("error", projection.error());
        }
        return description;
    }

    private static PartHealth.Status of(ProjectionStatus projection) {
        if (projection.isFaulty()) {
            return PartHealth.Status.DOWN;
        }
        return projection.lag() > FAR_BEHIND ? PartHealth.Status.DEGRADED : PartHealth.Status.UP;
    }

    private static PartHealth.Status worse(PartHealth.Status one, PartHealth.Status other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
