package dev.aiwm.command.live;

import dev.aiwm.command.api.KnownResources;
import dev.aiwm.command.gateway.KeptLogs;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.ContainerLogs;
import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.contracts.protocol.VmLogs;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.request.Moments;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a resource printed, and prints. */
@RestController
@RequestMapping("/api/resources/{id}/logs")
@Tag(name = "Live calls")
class LogController {
    private static final int MOST_LINES = 10_000;
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Set<String> STREAMS =
            Set.of(LogLine.STDOUT, LogLine.STDERR, LogLine.CONSOLE);

    private final KnownResources resources;
    private final OneShot oneShot;
    private final LogFollowers followers;
    private final KeptLogs kept;
    private final Clock clock;

    LogController(
            KnownResources resources,
            OneShot oneShot,
            LogFollowers followers,
            KeptLogs kept,
            Clock clock) {
        this.resources = resources;
        this.oneShot = oneShot;
        this.followers = followers;
        this.kept = kept;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getResourceLogs",
            summary = "Log lines of a resource",
            description =
                    "The last lines that a container printed, or that a virtual machine wrote to"
                            + " its serial console; of one that is removed, what was kept. With"
                            + " `follow` they come as server-sent events, `log` for each line and `end`"
                            + " or `error` at the end.")
    @ApiResponse(
            responseCode = "200",
            description = "The lines, oldest first",
            content = @Content(schema = @Schema(implementation = LogsAnswer.class)))
    Object logs(
            @PathVariable ResourceId id,
            @Parameter(description = "At most so many of the last lines")
                    @RequestParam(defaultValue = "100")
                    int tail,
            @Parameter(description = "Only later ones: an instant, or how long ago, as in 10m")
                    @RequestParam(required = false)
                    String since,
            @Parameter(
                            description = "Only this stream",
                            schema = @Schema(allowableValues = {"stdout", "stderr", "console"}))
                    @RequestParam(required = false)
                    String stream,
            @Parameter(description = "Go on with the lines that are still to come")
                    @RequestParam(defaultValue = "false")
                    boolean follow,
            Caller caller) {
        if (tail < 0 || tail > MOST_LINES) {
            throw InvalidRequest.parameter("tail", "must be from 0 to " + MOST_LINES);
        }
        if (stream != null && !STREAMS.contains(stream)) {
            throw InvalidRequest.parameter("stream", "must be stdout, stderr or console");
        }
        ResourceState state = resources.require(id, caller);
        Instant after = since == null ? null : Moments.parse("since", since, clock.instant());
        if (state.isDeleted()) {
            return whatIsKept(state, new Selection(tail, after, stream));
        }
        AgentCommand command = command(state, new Selection(tail, after, stream), follow);
        if (follow) {
            return followers.follow(state.nodeId(), command, stream, caller);
        }
        return oneShot.ask(
                state.nodeId(),
                command,
                MOST_BYTES,
                PATIENCE,
                outcome -> answer(state, outcome, stream));
    }

    private static LogsAnswer answer(ResourceState state, Outcome outcome, String stream) {
        List<LogEntry> entries =
                new JsonLines()
                        .add(outcome.out()).stream()
                                .filter(line -> isOf(stream, line))
                                .map(LogEntry::of)
                                .toList();
        return new LogsAnswer(state.resourceId().value(), entries, note(state, outcome));
    }

    /** Which lines are asked for. */
    private record Selection(int tail, Instant after, String stream) {}

    /** The node has nothing of it any more; what it said last was kept. */
    private LogsAnswer whatIsKept(ResourceState state, Selection wanted) {
        List<LogLine> lines =
                kept.find(state.nodeId(), state.resourceId()).orElse(List.of()).stream()
                        .filter(line -> isOf(wanted.stream(), line))
                        .filter(line -> isAfter(wanted.after(), line))
                        .toList();
        List<LogEntry> entries =
                lines.subList(Math.max(0, lines.size() - wanted.tail()), lines.size()).stream()
                        .map(LogEntry::of)
                        .toList();
        return new LogsAnswer(
                state.resourceId().value(), entries, "kept from before it was removed");
    }

    private static boolean isOf(String stream, LogLine line) {
        return stream == null || stream.equals(line.stream());
    }

    private static boolean isAfter(Instant after, LogLine line) {
        return after == null || line.timestamp() != null && line.timestamp().isAfter(after);
    }

    private static String note(ResourceState state, Outcome outcome) {
        if (outcome.timedOut()) {
            return "the node did not tell all lines in time";
        }
        if (outcome.truncated()) {
            return "there are more lines than fit; ask for fewer";
        }
        return state.simulated() ? "simulated" : null;
    }

    private static AgentCommand command(ResourceState state, Selection wanted, boolean follow) {
        return state.config() instanceof VirtualMachineConfig
                ? new VmLogs(state.resourceId(), wanted.tail(), wanted.after(), follow)
                : new ContainerLogs(
                        state.resourceId(), wanted.tail(), wanted.after(), follow, wanted.stream());
    }
}
