package dev.aiwm.query.bulk;

import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.bulk.BulkState;
import dev.aiwm.contracts.bulk.BulkStatus;
import dev.aiwm.contracts.bulk.query.BulkView;
import dev.aiwm.contracts.bulk.query.FindBulk;
import dev.aiwm.contracts.bulk.query.ListBulks;
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

/** What can be read of bulk operations. */
@RestController
@RequestMapping("/api/bulk-operations")
@Tag(name = "Bulk operations")
class BulkReadController {
    private final BulkQueries queries;
    private final Past<BulkState> past;
    private final PastAnswers pastAnswers;

    BulkReadController(BulkQueries queries, Past<BulkState> past, PastAnswers pastAnswers) {
        this.queries = queries;
        this.past = past;
        this.pastAnswers = pastAnswers;
    }

    @GetMapping
    @Operation(
            operationId = "listBulkOperations",
            summary = "List bulk operations",
            description =
                    "Newest first unless another order is asked for; without what became of each"
                            + " resource.")
    ResponseEntity<Page<BulkView>> list(
            @Parameter(description = "One or more statuses", example = "running,failed")
                    @RequestParam(required = false)
                    List<String> status,
            @Parameter(description = "Those that this resource is part of")
                    @RequestParam(required = false)
                    String resourceId,
            @Parameter(description = "What this schedule led to") @RequestParam(required = false)
                    String scheduleId,
            @Parameter(description = "User id of the owner") @RequestParam(required = false)
                    String owner,
            ListParameters part,
            Caller caller) {
        return Answers.page(
                queries.answer(
                        new ListBulks(
                                Words.constants(
                                        "status", status, BulkStatus.class, BulkStatus::wire),
                                resourceId,
                                scheduleId,
                                owner,
                                caller.isAdmin() ? null : caller.orgId(),
                                part.sort(),
                                part.cursor(),
                                part.page(),
                                part.limit())));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getBulkOperation",
            summary = "Get a bulk operation",
            description = "With what became of each resource.")
    ResponseEntity<BulkView> get(
            @PathVariable String id, AsOf then, SeenVersion seen, Caller caller) {
        if (then.isPast()) {
            return pastAnswers.entity(past, id, then, caller, seen, BulkView::of);
        }
        BulkState state =
                Words.id(id, BulkId::of)
                        .flatMap(bulk -> queries.state(new FindBulk(bulk, seen.atLeast())))
                        .filter(found -> caller.maySee(found.owner()))
                        .orElseThrow(() -> Answers.nothing("bulk operation", id));
        return Answers.entity(BulkView.of(state), state.sequence(), seen);
    }
}
