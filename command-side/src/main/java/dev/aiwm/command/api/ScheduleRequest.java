package dev.aiwm.command.api;

import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.Retention;
import dev.aiwm.contracts.schedule.timing.Timing;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What is to be done when, and to what. */
@Schema(name = "ScheduleRequest")
record ScheduleRequest(
        @NotBlank @Size(max = 255) String name,
        @NotNull Timing timing,
        @Schema(description = "The resource that it is for; or a filter") String resourceId,
        @Schema(description = "Those that match whenever it is time; or a resourceId")
                ResourceFilter filter,
        @NotNull ResourceTask operation,
        @Schema(description = "Which of the snapshots that it makes it keeps; default all")
                Retention retention,
        @Schema(
                        description =
                                "What becomes of times that passed while nobody could begin a run;"
                                        + " default skip")
                MissedRuns missedRuns,
        @Schema(description = "How many resources have their turn at a time; default 5") @Min(1)
                Integer parallelism,
        @Schema(description = "Does it come at all; only to be changed, every schedule begins so")
                Boolean enabled) {}
