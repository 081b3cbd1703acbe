package dev.aiwm.query.schedule;

import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.ScheduleId;
import dev.aiwm.contracts.schedule.ScheduleState;
import dev.aiwm.contracts.schedule.query.FindSchedule;
import dev.aiwm.contracts.schedule.query.ListSchedules;
import dev.aiwm.contracts.schedule.query.ScheduleRunsView;
import dev.aiwm.contracts.schedule.query.ScheduleView;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.PastAnswers;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.request.AsOf;
import dev.aiwm.web.request.ListParameters;
import dev.aiwm.web.request.SeenVersion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.function.Function;

/** What can be read of schedules. */
@RestController
@RequestMapping("/api/schedules")
@Tag(name = "Schedules")
class ScheduleReadController {
    private static final int TIMES_IN_LISTS = 1;
    private static final int MOST_TIMES = 100;

    private final ScheduleQueries queries;
    private final Past<ScheduleState> past;
    private final PastAnswers pastAnswers;

    ScheduleReadController(
            ScheduleQueries queries, Past<ScheduleState> past, PastAnswers pastAnswers) {
        this.queries = queries;
        this.past = past;
        this.pastAnswers = pastAnswers;
    }

    @GetMapping
    @Operation(
            operationId = "listSchedules",
            summary = "List schedules",
            description =
                    "Newest first unless another order is asked for; each with its next time.")
    ResponseEntity<Page<ScheduleView>> list(
            @Parameter(description = "Schedules for this resource alone")
                    @RequestParam(required = false)
                    String resourceId,
            @Parameter(description = "Those that come, or those that are suspended")
                    @RequestParam(required = false)
                    Boolean enabled,
            @Parameter(description = "The name, or its beginning and *", example = "nightly*")
                    @RequestParam(required = false)
                    String name,
            @Parameter(description = "User id of the owner") @RequestParam(required = false)
                    String owner,
            ListParameters part,
            Caller caller) {
        return Answers.page(
                queries.answer(
                        new ListSchedules(
                                resourceId,
                                enabled,
                                name,
                                owner,
                                caller.isAdmin() ? null : caller.orgId(),
                                part.sort(),
                                part.cursor(),
                                part.page(),
                                part.limit()),
                        TIMES_IN_LISTS));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getSchedule", summary = "Get a schedule and the times to come")
    ResponseEntity<ScheduleView> get(
            @PathVariable String id,
            @Parameter(description = "How many of the times to come, up to 100")
                    @RequestParam(defaultValue = "5")
                    int times,
            AsOf then,
            SeenVersion seen,
            Caller caller) {
        if (times < 0 || times > MOST_TIMES) {
            throw InvalidRequest.parameter("times", "must be from 0 to " + MOST_TIMES);
        }
        if (then.isPast()) {
            return then(id, then, seen, caller, state -> ScheduleView.of(state, times));
        }
        ScheduleState state = visible(id, seen.atLeast(), caller);
        return Answers.entity(ScheduleView.of(state, times), state.sequence(), seen);
    }

    @GetMapping("/{id}/runs")
    @Operation(
            operationId = "getScheduleRuns",
            summary = "Get the last runs of a schedule",
            description =
                    "The last hundred, newest first, with the times at which there was none. All"
                            + " runs are bulk operations, to be listed by `scheduleId`.")
    ResponseEntity<ScheduleRunsView> runs(
            @PathVariable String id, AsOf then, SeenVersion seen, Caller caller) {
        if (then.isPast()) {
            return then(id, then, seen, caller, ScheduleRunsView::of);
        }
        ScheduleState state = visible(id, seen.atLeast(), caller);
        return Answers.entity(ScheduleRunsView.of(state), state.sequence(), seen);
    }

    /** One that had been deleted then was not there, as one is not that is deleted now. */
    private <V> ResponseEntity<V> then(
            String id,
            AsOf then,
            SeenVersion seen,
            Caller caller,
            Function<ScheduleState, V> view) {
        return pastAnswers.entity(
                past,
                id,
                then,
                caller,
                seen,
                state -> {
                    if (state.deletedAt() != null) {
                        throw Answers.nothing("schedule then", id);
                    }
                    return view.apply(state);
                });
    }

    /** What is another organisation's does not exist for the caller. */
    private ScheduleState visible(String id, Long minVersion, Caller caller) {
        return Words.id(id, ScheduleId::of)
                .flatMap(schedule -> queries.state(new FindSchedule(schedule, minVersion)))
                .filter(state -> caller.maySee(state.owner()))
                .orElseThrow(() -> Answers.nothing("schedule", id));
    }
}
