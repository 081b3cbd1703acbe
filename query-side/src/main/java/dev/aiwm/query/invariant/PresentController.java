package dev.aiwm.query.invariant;

import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.request.Moments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.time.Instant;

/** Whether anything is stuck now. */
@RestController
@Tag(name = "Administration")
class PresentController {
    private final Present present;

    PresentController(Present present) {
        this.present = present;
    }

    @GetMapping("/api/admin/invariants")
    @Operation(
            operationId = "checkPresent",
            summary = "List executions, claims and resources that nothing will change",
            description =
                    "For every state there is a next event or a deadline: an execution that has not"
                            + " ended has a step that is out, a pause or a time; a claim has its"
                            + " resource and a resource its claim; what is under way has an"
                            + " execution. None is listed on a healthy system. Needs the role"
                            + " admin.")
    PresentView check(
            @Parameter(description = "Only what has been so for this long", example = "10s")
                    @RequestParam(name = "for", defaultValue = "10s")
                    String unchangedFor,
            Caller caller) {
        caller.requireAdmin();
        return present.check(Instant.now(), duration(unchangedFor));
    }

    private static Duration duration(String text) {
        try {
            return Moments.length(text).abs();
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.parameter("for", "must be a time like 10s");
        }
    }
}
