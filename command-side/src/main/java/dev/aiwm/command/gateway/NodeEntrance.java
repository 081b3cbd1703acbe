package dev.aiwm.command.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.HttpRequestHandler;

import java.io.IOException;

/**
 * Where agents come in, in front of all that requests of users pass through: whoever comes shows
 * its own kind of token here, and a whole fleet may come to a program that has only just begun.
 */
final class NodeEntrance extends HttpFilter {
    static final String PATH = "/ws/node";

    private final transient HttpRequestHandler handshake;

    NodeEntrance(HttpRequestHandler handshake) {
        this.handshake = handshake;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        handshake.handleRequest(request, response);
    }
}
