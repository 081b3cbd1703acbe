package dev.aiwm.query.invariant;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.identity.Caller;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.concurrent.Semaphore;

/** Whether what must always hold always held. */
@RestController
@Tag(name = "Audit")
class InvariantsController {
    private static final int PAGE = 500;

    private final EventLog log;
    private final Semaphore room = new Semaphore(1);

    InvariantsController(EventLog log) {
        this.log = log;
    }

    @GetMapping("/api/audit/invariants")
    @Operation(
            operationId = "checkInvariants",
            summary = "Check that nothing ever had two owners, and that sums were always right",
            description =
                    "Replays the log from its first event: at no position did two resources have a"
                            + " GPU, a MIG slice, an address of a VLAN or a port of a node at once, and"
                            + " nothing was claimed that was not there. Needs the role admin.")
    InvariantsView check(Caller caller) {
        caller.requireAdmin();
        if (!room.tryAcquire()) {
            throw new Rejection(
                    RejectionCode.TOO_MANY_REQUESTS, "such a check is under way already");
        }
        try {
            return replay();
        } finally {
            room.release();
        }
    }

    private InvariantsView replay() {
        var invariants = new LedgerInvariants();
        Position head = log.head();
        Position position = Position.START;
        while (head.isAfter(position)) {
            List<LoggedEvent> events = log.read(position, PAGE);
            if (events.isEmpty()) {
                break;
            }
            events.forEach(invariants::take);
            position = events.get(events.size() - 1).position();
        }
        return invariants.result();
    }
}
