package dev.aiwm.command.live;

import dev.aiwm.command.api.KnownResources;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.ContainerExec;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.web.identity.Caller;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

import java.time.Duration;
import java.util.Map;

/** Programs inside containers: run once, or talked to. */
@RestController
@RequestMapping("/api/resources/{id}")
@Tag(name = "Live calls")
class ProgramController {
    private static final Logger LOGGER = LoggerFactory.getLogger(ProgramController.class);
    private static final int MOST_BYTES = 1024 * 1024;

    private final KnownResources resources;
    private final OneShot oneShot;
    private final Tickets tickets;

    ProgramController(KnownResources resources, OneShot oneShot, Tickets tickets) {
        this.resources = resources;
        this.oneShot = oneShot;
        this.tickets = tickets;
    }

    @PostMapping("/exec")
    @Operation(
            operationId = "execInResource",
            summary = "Run a command in a container",
            description =
                    "Answers when the program has ended, or when its time is over and it was ended"
                            + " by force. Of each stream the first mebibyte is shown.")
    @ApiResponse(
            responseCode = "200",
            description = "What it did, whatever its exit code",
            content = @Content(schema = @Schema(implementation = ExecAnswer.class)))
    DeferredResult<ExecAnswer> exec(
            @PathVariable ResourceId id, @RequestBody @Valid ExecRequest request, Caller caller) {
        ResourceState state = container(id, caller);
        LOGGER.info("{} runs a program in resource {}", caller.userId(), id.value());
        var command =
                new ContainerExec(
                        id,
                        request.command(),
                        request.user(),
                        request.workingDir(),
                        request.environment(),
                        null);
        return oneShot.ask(
                state.nodeId(),
                command,
                MOST_BYTES,
                Duration.ofSeconds(request.timeout()),
                ExecAnswer::of);
    }

    @PostMapping("/terminal")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "openTerminal",
            summary = "Open a terminal in a container",
            description =
                    "Starts the program and answers with the address of a WebSocket for it, good"
                            + " once and for half a minute. Binary frames are what is typed and"
                            + " shown; a text frame `{\"resize\":{\"columns\":80,\"rows\":24}}` or"
                            + " `{\"signal\":\"INT\"}` is for the terminal, and"
                            + " `{\"exitCode\":0}` comes at the end.")
    @ApiResponse(
            responseCode = "201",
            description = "Where to talk to it",
            content = @Content(schema = @Schema(implementation = TicketAnswer.class)))
    DeferredResult<TicketAnswer> terminal(
            @PathVariable ResourceId id,
            @RequestBody(required = false) @Valid TerminalRequest given,
            Caller caller) {
        ResourceState state = container(id, caller);
        LOGGER.info("{} opens a terminal in resource {}", caller.userId(), id.value());
        var request =
                given == null ? new TerminalRequest(null, null, null, null, null, null) : given;
        var command =
                new ContainerExec(
                        id,
                        request.program(),
                        request.user(),
                        request.workingDir(),
                        request.environment(),
                        request.size());
        return tickets.open(state.nodeId(), command, "terminal");
    }

    private ResourceState container(ResourceId id, Caller caller) {
        ResourceState state = resources.require(id, caller);
        if (state.config() instanceof VirtualMachineConfig) {
            throw new Rejection(
                    RejectionCode.NOT_FOR_THIS_TYPE,
                    "programs are run in containers; a virtual machine has a console",
                    Map.of("resourceId", id.value()));
        }
        return state;
    }
}
