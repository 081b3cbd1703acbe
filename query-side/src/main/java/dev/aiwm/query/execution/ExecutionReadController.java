package dev.aiwm.query.execution;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.execution.ExecutionState;
import dev.aiwm.contracts.execution.ExecutionStatus;
import dev.aiwm.contracts.execution.query.ExecutionView;
import dev.aiwm.contracts.execution.query.FindExecution;
import dev.aiwm.contracts.execution.query.ListExecutions;
import dev.aiwm.contracts.execution.query.StepsView;
import dev.aiwm.contracts.resource.ResourceAction;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.PastAnswers;
import dev.aiwm.web.identity.Caller;
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

import java.util.List;

/** What can be read of executions. */
@RestController
@RequestMapping("/api/executions")
@Tag(name = "Executions")
class ExecutionReadController {
    private final ExecutionQueries queries;
    private final Past<ExecutionState> past;
    private final PastAnswers pastAnswers;

    ExecutionReadController(
            ExecutionQueries queries, Past<ExecutionState> past, PastAnswers pastAnswers) {
        this.queries = queries;
        this.past = past;
        this.pastAnswers = pastAnswers;
    }

    @GetMapping
    @Operation(
            operationId = "listExecutions",
            summary = "List executions",
            description =
                    "Every given filter must match. Newest first unless another order is asked for.")
    ResponseEntity<Page<ExecutionView>> list(
            @Parameter(description = "One or more statuses", example = "running,compensating")
                    @RequestParam(required = false)
                    List<String> status,
            @Parameter(description = "One or more actions", example = "create,custom")
                    @RequestParam(required = false)
                    List<String> type,
            @Parameter(description = "Executions that are, or have a step, about this resource")
                    @RequestParam(required = false)
                    String resourceId,
            @Parameter(description = "Executions with a step on this node", example = "local-sim")
                    @RequestParam(required = false)
                    String nodeId,
            @Parameter(description = "User id of the owner") @RequestParam(required = false)
                    String owner,
            @Parameter(
                            description = "Begun then or later: an instant, or how long ago",
                            example = "24h")
                    @RequestParam(required = false)
                    String from,
            @Parameter(description = "Begun then or earlier: an instant, or how long ago")
                    @RequestParam(required = false)
                    String to,
            ListParameters part,
            Caller caller) {
        return Answers.page(
                queries.answer(
                        new ListExecutions(
                                Words.constants(
                                        "status",
                                        status,
                                        ExecutionStatus.class,
                                        ExecutionStatus::wire),
                                Words.constants(
                                        "type", type, ResourceAction.class, ResourceAction::wire),
                                resourceId,
                                Words.nodeId(nodeId),
                                owner,
                                caller.isAdmin() ? null : caller.orgId(),
                                Words.moment("from", from),
                                Words.moment("to", to),
                                part.sort(),
                                part.cursor(),
                                part.page(),
                                part.limit())));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getExecution", summary = "Get an execution")
    ResponseEntity<ExecutionView> get(
            @PathVariable String id, AsOf then, SeenVersion seen, Caller caller) {
        if (then.isPast()) {
            return pastAnswers.entity(past, id, then, caller, seen, ExecutionView::of);
        }
        ExecutionState state = visible(id, seen.atLeast(), caller);
        ExecutionView view = queries.view(state);
        return Answers.entity(view, state.sequence(), AwayNodes.tag(view), seen);
    }

    @GetMapping("/{id}/steps")
    @Operation(operationId = "getExecutionSteps", summary = "Get the steps of an execution")
    ResponseEntity<StepsView> steps(
            @PathVariable String id, AsOf then, SeenVersion seen, Caller caller) {
        if (then.isPast()) {
            return pastAnswers.entity(
                    past, id, then, caller, seen, state -> steps(state, ExecutionView.of(state)));
        }
        ExecutionState state = visible(id, seen.atLeast(), caller);
        ExecutionView view = queries.view(state);
        return Answers.entity(steps(state, view), state.sequence(), AwayNodes.tag(view), seen);
    }

    private static StepsView steps(ExecutionState state, ExecutionView view) {
        return new StepsView(
                state.executionId().value(),
                view.steps().stream()
                        .map(step -> step.withAttempts(state.step(step.index()).attempts()))
                        .toList(),
                state.sequence());
    }

    /** What is another organisation's does not exist for the caller. */
    private ExecutionState visible(String id, Long minVersion, Caller caller) {
        return Words.id(id, ExecutionId::of)
                .flatMap(execution -> queries.state(new FindExecution(execution, minVersion)))
                .filter(state -> caller.maySee(state.owner()))
                .orElseThrow(() -> Answers.nothing("execution", id));
    }
}
