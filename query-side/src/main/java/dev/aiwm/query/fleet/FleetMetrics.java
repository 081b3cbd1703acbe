package dev.aiwm.query.fleet;

import com.mongodb.client.model.Filters;

import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.support.projection.ReadModel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/**
 * How many resources and executions there are in each status, counted when somebody asks. What has
 * ended only grows in number, and is counted as the events that ended it.
 */
@Component
class FleetMetrics implements MeterBinder {
    private final ReadModel<ResourceState> resources;
    private final ReadModel<ExecutionState> executions;

    FleetMetrics(ReadModel<ResourceState> resourceModel, ReadModel<ExecutionState> executionModel) {
        this.resources = resourceModel;
        this.executions = executionModel;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var status : ResourceStatus.values()) {
            if (status != ResourceStatus.DELETED) {
                counted(registry, "aiwm.resources", status.wire(), resources);
            }
        }
        for (var status : ExecutionStatus.values()) {
            if (!status.isEnded()) {
                counted(registry, "aiwm.executions", status.wire(), executions);
            }
        }
    }

    private static void counted(
            MeterRegistry registry, String name, String status, ReadModel<?> model) {
        Gauge.builder(name, model, it -> it.count(Filters.eq("status", status)))
                .tag("status", status)
                .register(registry);
    }
}
