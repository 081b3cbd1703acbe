package dev.aiwm.command.live;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.problem.ProblemWriter;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

import java.io.IOException;
import java.util.Map;

/** Nobody gets in without a ticket, and no ticket lets in twice. */
final class TicketHandshake implements HandshakeInterceptor {
    static final String CALL = "aiwm.liveCall";

    private final Tickets tickets;
    private final ProblemWriter problems;

    TicketHandshake(Tickets tickets, ProblemWriter problems) {
        this.tickets = tickets;
        this.problems = problems;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        var call = tickets.take(servletRequest.getParameter("ticket"));
        if (call.isPresent()) {
            attributes.put(CALL, call.get());
            servletRequest.setAttribute(CALL, call.get());
            return true;
        }
        problems.write(
                servletRequest,
                ((ServletServerHttpResponse) response).getServletResponse(),
                new Rejection(
                        RejectionCode.TICKET_UNKNOWN,
                        "the ticket is unknown, used or too old; get another"));
        return false;
    }

    /** The ticket is spent: a call whose visitor was not let in after all has nobody to end it. */
    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Exception failure) {
        var servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        var servletResponse = ((ServletServerHttpResponse) response).getServletResponse();
        boolean letIn = servletResponse.getStatus() == HttpStatus.SWITCHING_PROTOCOLS.value();
        if (!letIn && servletRequest.getAttribute(CALL) instanceof HeldCall call) {
            call.stream().close();
        }
    }
}
