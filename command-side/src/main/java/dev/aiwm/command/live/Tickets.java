package dev.aiwm.command.live;

import dev.aiwm.command.gateway.LiveCalls;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.AgentCommand;
import dev.aiwm.contracts.protocol.StreamOpened;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Live calls that were begun for a visitor who is to come over a WebSocket, where a browser cannot
 * show a token: the ticket stands for it, once and for a short while. Tickets are of this process,
 * as the node's connection is.
 */
@Component
class Tickets {
    private static final Duration VALIDITY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int TICKET_BYTES = 24;

    private final LiveCalls calls;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, HeldCall> held = new ConcurrentHashMap<>();

    Tickets(LiveCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Begins the call, and answers with a ticket when it has begun. */
    DeferredResult<TicketAnswer> open(NodeId nodeId, AgentCommand command, String type) {
        String ticket = newTicket();
        String url = url(ticket);
        var call = new HeldCall();
        call.use(calls.open(nodeId, command, call));
        var result = new DeferredResult<TicketAnswer>(PATIENCE.multipliedBy(2).toMillis());
        CompletableFuture<Map<String, String>> opened = call.opened();
        var unused =
                opened.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete(
                                (details, failure) -> {
                                    if (failure == null) {
                                        hold(ticket, call);
                                        result.setResult(answer(type, url, details));
                                    } else {
                                        call.stream().close();
                                        result.setErrorResult(why(failure));
                                    }
                                });
        return result;
    }

    /** The call that the ticket is for; a ticket is taken once. */
    Optional<HeldCall> take(String ticket) {
        return ticket == null ? Optional.empty() : Optional.ofNullable(held.remove(ticket));
    }

    private void hold(String ticket, HeldCall call) {
        held.put(ticket, call);
        CompletableFuture.delayedExecutor(VALIDITY.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> take(ticket).ifPresent(unused -> call.stream().close()));
    }

    private TicketAnswer answer(String type, String url, Map<String, String> details) {
        return new TicketAnswer(
                type, url, clock.instant().plus(VALIDITY), details.get(StreamOpened.PASSWORD));
    }

    private static Throwable why(Throwable failure) {
        return failure instanceof Rejection
                ? failure
                : new Rejection(RejectionCode.TIMED_OUT, "the node did not answer in time");
    }

    private String newTicket() {
        byte[] bytes = new byte[TICKET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String url(String ticket) {
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().build();
        String scheme = "https".equals(base.getScheme()) ? "wss" : "ws";
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .scheme(scheme)
                .path(LiveSocketConfiguration.PATH)
                .queryParam("ticket", ticket)
                .toUriString();
    }
}
