package dev.aiwm.command.live;

import dev.aiwm.command.api.KnownResources;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ConsoleKind;
import dev.aiwm.contracts.protocol.ContainerMetrics;
import dev.aiwm.contracts.protocol.LiveSample;
import dev.aiwm.contracts.protocol.VmConsole;
import dev.aiwm.contracts.protocol.VmMetrics;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.InvalidRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** Consoles of virtual machines, and what any resource uses at the moment. */
@RestController
@RequestMapping("/api/resources/{id}")
@Tag(name = "Live calls")
class ConsoleController {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConsoleController.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 256 * 1024;

    private final KnownResources resources;
    private final OneShot oneShot;
    private final Tickets tickets;
    private final Clock clock;

    ConsoleController(KnownResources resources, OneShot oneShot, Tickets tickets, Clock clock) {
        this.resources = resources;
        this.oneShot = oneShot;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping("/console")
    @Operation(
            operationId = "getResourceConsole",
            summary = "A ticket for a VM's console",
            description =
                    "The address of a WebSocket that carries the screen (VNC, with a password made"
                            + " for this ticket) or the serial console, good once and for half a"
                            + " minute. The node needs no open port.")
    @ApiResponse(
            responseCode = "200",
            description = "Where the console is",
            content = @Content(schema = @Schema(implementation = TicketAnswer.class)))
    DeferredResult<TicketAnswer> console(
            @PathVariable ResourceId id,
            @Parameter(schema = @Schema(allowableValues = {"vnc", "serial"}))
                    @RequestParam(defaultValue = "vnc")
                    String kind,
            Caller caller) {
        ConsoleKind console = kind(kind);
        ResourceState state = resources.require(id, caller);
        if (!isMachine(state)) {
            throw new Rejection(
                    RejectionCode.NOT_FOR_THIS_TYPE,
                    "only a virtual machine has a console; open a terminal in a container",
                    Map.of("resourceId", id.value()));
        }
        LOGGER.info("{} opens the console of resource {}", caller.userId(), id.value());
        return tickets.open(state.nodeId(), new VmConsole(id, console), console.wire());
    }

    @GetMapping("/metrics")
    @Operation(
            operationId = "getResourceMetrics",
            summary = "What a resource uses at the moment",
            description = "Measured by the engine now. A figure that it cannot tell is absent.")
    @ApiResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(schema = @Schema(implementation = ResourceMetrics.class)))
    DeferredResult<ResourceMetrics> metrics(@PathVariable ResourceId id, Caller caller) {
        ResourceState state = resources.require(id, caller);
        var command = isMachine(state) ? new VmMetrics(id) : new ContainerMetrics(id);
        return oneShot.ask(
                state.nodeId(), command, MOST_BYTES, PATIENCE, outcome -> measured(state, outcome));
    }

    private ResourceMetrics measured(ResourceState state, Outcome outcome) {
        if (outcome.timedOut()) {
            throw new Rejection(RejectionCode.TIMED_OUT, "the node did not measure in time");
        }
        var sample = LiveJson.read(outcome.out(), LiveSample.class);
        return ResourceMetrics.of(state, sample, clock.instant());
    }

    private static boolean isMachine(ResourceState state) {
        return state.config() instanceof VirtualMachineConfig;
    }

    private static ConsoleKind kind(String wire) {
        return switch (wire) {
            case "vnc" -> ConsoleKind.VNC;
            case "serial" -> ConsoleKind.SERIAL;
            default -> throw InvalidRequest.parameter("kind", "must be vnc or serial");
        };
    }
}
