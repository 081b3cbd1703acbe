package dev.aiwm.command.api;

import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.resource.AllowedActions;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.ResourceStatus;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** What a bulk operation would be for, if it was begun now. */
@Schema(name = "BulkPlan")
record BulkPlanView(ResourceTask operation, int parallelism, int total, List<Item> items) {

    /** One resource as it is, and whether it may be asked for this now. */
    @Schema(name = "BulkPlanItem")
    record Item(String resourceId, String name, ResourceStatus status, boolean allowed) {
        private static Item of(ResourceState state, ResourceAction action) {
            return new Item(
                    state.resourceId().value(),
                    state.name(),
                    state.status(),
                    AllowedActions.of(state).contains(action));
        }
    }

    static BulkPlanView of(ResourceTask task, int parallelism, List<ResourceState> states) {
        return new BulkPlanView(
                task,
                parallelism,
                states.size(),
                states.stream().map(state -> Item.of(state, task.action())).toList());
    }
}
