package dev.aiwm.command.api;

import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.Retention;
import dev.aiwm.contracts.schedule.timing.Timing;

import io.swagger.v3.oas.annotations.media.Schema;

/** Describes the merge patch of a schedule, which is read field by field. */
@Schema(name = "UpdateSchedule")
record UpdateScheduleRequest(
        String name,
        @Schema(description = "Of another type it takes the place of the present one")
                Timing timing,
        @Schema(description = "Null, to give a filter instead") String resourceId,
        @Schema(description = "Null, to give a resourceId instead") ResourceFilter filter,
        @Schema(description = "Of another action it takes the place of the present one")
                ResourceTask operation,
        @Schema(description = "Null keeps every snapshot") Retention retention,
        MissedRuns missedRuns,
        Integer parallelism,
        @Schema(description = "Does it come at all") Boolean enabled) {}
