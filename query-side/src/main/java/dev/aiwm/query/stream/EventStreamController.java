package dev.aiwm.query.stream;

import dev.aiwm.query.listing.Words;
import dev.aiwm.support.log.Position;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.InvalidRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Everything that happens, as it happens. */
@RestController
@RequestMapping("/api/events")
@Tag(name = "Events")
class EventStreamController {
    private final StreamHub hub;

    EventStreamController(StreamHub hub) {
        this.hub = hub;
    }

    @GetMapping("/stream")
    @Operation(
            operationId = "streamEvents",
            summary = "Follow what happens",
            description =
                    "Server-sent events of resources, nodes and executions in the order of the log."
                            + " Each has its position as id; a client that comes back with it in"
                            + " Last-Event-ID, or with ?after=, goes on there with nothing missing"
                            + " and nothing twice, however long it was away. Without one it gets"
                            + " what happens from now on; ?after=0 is everything. A comment comes"
                            + " when nothing else has for 15 seconds. The stream ends with the"
                            + " token.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Events without end; the data of each is a change",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(implementation = ChangeView.class))))
    void stream(
            @Parameter(description = "Kinds of entity", example = "resource,execution")
                    @RequestParam(required = false)
                    List<String> entity,
            @Parameter(description = "Only this resource, node or execution")
                    @RequestParam(required = false)
                    String id,
            @Parameter(description = "Go on after this position") @RequestParam(required = false)
                    String after,
            @Parameter(description = "Go on after this position, as an EventSource says it")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    String lastEventId,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var entities = Set.copyOf(Words.constants("entity", entity, Entity.class, Entity::wire));
        Position start = position(lastEventId, after);
        boolean listens = !HttpMethod.HEAD.matches(request.getMethod());
        if (listens) {
            hub.enter(caller);
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        if (!listens) {
            return;
        }
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(0);
        hub.subscribe(context, new Wanted(entities, id, caller), start, endOfToken());
    }

    private Position position(String lastEventId, String after) {
        boolean fromHeader = lastEventId != null && !lastEventId.isBlank();
        String text = fromHeader ? lastEventId : after;
        if (text == null || text.isBlank()) {
            return hub.head();
        }
        String message = "must be the id of an event of this stream";
        try {
            Position position = Position.parse(text.trim());
            if (!position.isAfter(hub.head())) {
                return position;
            }
            message += ", and is ahead of all";
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw fromHeader
                ? InvalidRequest.header("Last-Event-ID", message)
                : InvalidRequest.parameter("after", message);
    }

    private static Instant endOfToken() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof JwtAuthenticationToken token
                ? token.getToken().getExpiresAt()
                : null;
    }
}
