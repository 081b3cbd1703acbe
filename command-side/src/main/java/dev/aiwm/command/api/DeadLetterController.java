package dev.aiwm.command.api;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.deadletter.command.DiscardDeadLetter;
import dev.aiwm.contracts.deadletter.command.RetryDeadLetter;
import dev.aiwm.support.deadletter.DeadLetter;
import dev.aiwm.support.deadletter.DeadLetterStore;
import dev.aiwm.web.identity.Caller;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** What sagas and policies could not handle, and what is to become of it. */
@RestController
@RequestMapping("/api/admin/dead-letters")
@Tag(name = "Administration")
class DeadLetterController {
    private static final String PATH = "/api/admin/dead-letters/";
    private static final int MOST = 500;

    private final Commands commands;
    private final DeadLetterStore letters;

    DeadLetterController(Commands commands, DeadLetterStore letters) {
        this.commands = commands;
        this.letters = letters;
    }

    @GetMapping
    @Operation(
            operationId = "listDeadLetters",
            summary = "List the events that sagas and policies have put aside",
            description =
                    "An event that keeps failing is put aside, and what comes later about the same"
                            + " resource or execution waits behind it; all else goes on. The oldest"
                            + " 500 are shown. Needs the role admin.")
    DeadLettersView list(@RequestParam(required = false) String processor, Caller caller) {
        caller.requireAdmin();
        List<DeadLetter> all = processor == null ? letters.all() : letters.of(processor);
        return new DeadLettersView(
                all.stream().limit(MOST).map(each -> DeadLetterView.of(each, all)).toList(),
                all.size());
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getDeadLetter",
            summary = "Get an event that was put aside",
            description = "Once it is settled there is none. Needs the role admin.")
    DeadLetterView get(@PathVariable String id, Caller caller) {
        caller.requireAdmin();
        return find(id);
    }

    @PostMapping("/{id}/retry")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Handle an event once more that was put aside",
            description =
                    "When it succeeds, those that waited for it follow in their order; when it"
                            + " fails, it stays with a new cause. One that waits for another is"
                            + " refused: settle the first. Needs the role admin.")
    @ApiResponse(responseCode = "202", description = "Ordered; it is gone when it has succeeded")
    ResponseEntity<DeadLetterView> retry(@PathVariable String id, Caller caller) {
        caller.requireAdmin();
        DeadLetterView before = find(id);
        commands.send(new RetryDeadLetter(id));
        return ResponseEntity.accepted().location(URI.create(PATH + id)).body(before);
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Give up an event that was put aside",
            description =
                    "It is never handled, and those that waited for it go on as if it had been."
                            + " What it would have led to does not happen: an operation that it"
                            + " would have begun or ended has failed with FAILED_BY_OPERATOR."
                            + " Needs the role admin.")
    @ApiResponse(responseCode = "202", description = "Ordered")
    ResponseEntity<DeadLetterView> discard(@PathVariable String id, Caller caller) {
        caller.requireAdmin();
        DeadLetterView before = find(id);
        commands.send(new DiscardDeadLetter(id));
        return ResponseEntity.accepted().location(URI.create(PATH + id)).body(before);
    }

    private DeadLetterView find(String id) {
        return letters.find(id)
                .map(this::view)
                .orElseThrow(
                        () ->
                                new Rejection(
                                        RejectionCode.NOT_FOUND,
                                        "there is no dead letter " + id,
                                        Map.of("id", id)));
    }

    private DeadLetterView view(DeadLetter letter) {
        return DeadLetterView.of(letter, letters.of(letter.processor()));
    }
}
