package dev.aiwm.command.gateway;

import dev.aiwm.command.token.NodeTokens;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.problem.ProblemWriter;

import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Nobody gets a connection without a node token: {@code Authorization: Bearer} or {@code ?token=}.
 */
final class NodeHandshake implements HandshakeInterceptor {
    static final String TOKEN = "aiwm.nodeToken";
    private static final String BEARER = "bearer ";

    private final NodeTokens tokens;
    private final BooleanSupplier open;
    private final ProblemWriter problems;
    private final GatewayMetrics metrics;

    NodeHandshake(
            NodeTokens tokens,
            BooleanSupplier open,
            ProblemWriter problems,
            GatewayMetrics metrics) {
        this.tokens = tokens;
        this.open = open;
        this.problems = problems;
        this.metrics = metrics;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        try {
            if (!open.getAsBoolean()) {
                throw new Rejection(RejectionCode.UNAVAILABLE, "the gateway is not open now");
            }
            attributes.put(TOKEN, tokens.verify(tokenOf(request)));
            return true;
        } catch (Rejection e) {
            metrics.handshakeRefused();
            refuse(request, response, e);
            return false;
        }
    }

    private static String tokenOf(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst("Authorization");
        if (header != null) {
            boolean bearer = header.toLowerCase(Locale.ROOT).startsWith(BEARER);
            return bearer ? header.substring(BEARER.length()).strip() : "";
        }
        String parameter =
                ((ServletServerHttpRequest) request).getServletRequest().getParameter("token");
        if (parameter == null) {
            throw new Rejection(RejectionCode.UNAUTHENTICATED, "a node token is required");
        }
        return parameter;
    }

    private void refuse(ServerHttpRequest request, ServerHttpResponse response, Rejection why)
            throws IOException {
        var servletResponse = ((ServletServerHttpResponse) response).getServletResponse();
        if (why.code() == RejectionCode.UNAUTHENTICATED) {
            servletResponse.setHeader("WWW-Authenticate", "Bearer");
        }
        problems.write(
                ((ServletServerHttpRequest) request).getServletRequest(), servletResponse, why);
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Exception failure) {}
}
