package dev.aiwm.command.api;

import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.bulk.task.ResourceTask;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import java.util.List;

/** What is to be done to which resources. */
@Schema(name = "BulkRequest")
record BulkRequest(
        @NotNull ResourceTask operation,
        @Schema(description = "As in the list of resources; at least one of them, or ids")
                ResourceFilter filter,
        @Schema(description = "Instead of a filter") List<String> ids,
        @Schema(description = "How many resources have their turn at a time; default 5") @Min(1)
                Integer parallelism,
        @Schema(description = "Only show what would be done") boolean dryRun) {}
