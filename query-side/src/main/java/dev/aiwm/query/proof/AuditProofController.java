package dev.aiwm.query.proof;

import dev.aiwm.contracts.proof.Checkpoint;
import dev.aiwm.contracts.proof.ProofLine;
import dev.aiwm.contracts.proof.Verification;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.lines.LineWriter;
import dev.aiwm.web.lines.LongAnswer;
import dev.aiwm.web.problem.InvalidRequest;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import tools.jackson.databind.json.JsonMapper;

/** Whether the log is what it was. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit")
class AuditProofController {
    private static final int AT_A_TIME = 2;
    private static final int MOST = 500;

    private final Proofs proofs;
    private final LogLines lines;
    private final LongAnswer answers;

    AuditProofController(Proofs proofs, LogLines lines, JsonMapper json) {
        this.proofs = proofs;
        this.lines = lines;
        this.answers =
                new LongAnswer(
                        json, AT_A_TIME, AT_A_TIME + " checks or exports of the log are under way");
    }

    @GetMapping(path = "/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "verifyLog",
            summary = "Check that no stored event was changed, removed, inserted or moved",
            description =
                    "Compares every event with the chain of hashes, and the chain with its signed"
                            + " checkpoints; names the first event that is wrong. For a long log"
                            + " ask for application/x-ndjson: a line now and then tells the"
                            + " position reached, the last one the result. Needs the role admin.")
    Verification verify(Caller caller) {
        caller.requireAdmin();
        return answers.whole(proofs::verify);
    }

    @GetMapping(path = "/verify", produces = LineWriter.LINES)
    @Hidden
    void verifyInLines(Caller caller, HttpServletResponse response) {
        caller.requireAdmin();
        answers.lines(response, proofs::verify);
    }

    @GetMapping("/checkpoints")
    @Operation(
            operationId = "listCheckpoints",
            summary = "List the signed checkpoints of the log",
            description =
                    "Oldest first. Keep them elsewhere: a log that was rewritten as a whole no"
                            + " longer agrees with them. Needs the role admin.")
    CheckpointsView checkpoints(
            @Parameter(description = "Number of the last one that you have")
                    @RequestParam(defaultValue = "0")
                    int after,
            @Parameter(description = "At most so many, up to 500")
                    @RequestParam(defaultValue = "100")
                    int limit,
            Caller caller) {
        caller.requireAdmin();
        if (after < 0) {
            throw InvalidRequest.parameter("after", "must not be negative");
        }
        if (limit < 1 || limit > MOST) {
            throw InvalidRequest.parameter("limit", "must be 1 to " + MOST);
        }
        return proofs.checkpoints(after, limit);
    }

    @GetMapping("/export")
    @Operation(
            operationId = "exportLog",
            summary = "Export the log with all that is needed to check it elsewhere",
            description =
                    "A JSON object a line: a head, then each stored event with its link of the"
                            + " chain, each checkpoint behind the last event that it covers, and an"
                            + " end. Needs the role admin.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The lines",
                            content =
                                    @Content(
                                            mediaType = LineWriter.LINES,
                                            schema = @Schema(implementation = ProofLine.class))))
    void export(
            @Parameter(description = "Begin behind the checkpoint of this number")
                    @RequestParam(required = false)
                    Integer afterCheckpoint,
            Caller caller,
            HttpServletResponse response) {
        caller.requireAdmin();
        Checkpoint start =
                afterCheckpoint == null
                        ? null
                        : proofs.checkpoint(afterCheckpoint)
                                .orElseThrow(
                                        () ->
                                                Answers.nothing(
                                                        "checkpoint",
                                                        String.valueOf(afterCheckpoint)));
        answers.whole(
                progress -> {
                    lines.forEach(start, LineWriter.to(response)::write);
                    return null;
                });
    }
}
