package dev.aiwm.command.idempotency;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.problem.ProblemWriter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Makes a POST with an {@code Idempotency-Key} happen once. Without a key it does nothing. */
final class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final String KEY = IdempotencyFilter.class.getName();
    private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final int UNKNOWN_OUTCOME = 500;

    private final IdempotencyKeys keys;
    private final ProblemWriter problems;

    IdempotencyFilter(IdempotencyKeys keys, ProblemWriter problems) {
        this.keys = keys;
        this.problems = problems;
    }

    /** A request whose key was noted. */
    private record Noted(String caller, String key) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean begun = request.getAttribute(KEY) != null;
        boolean keyed = request.getMethod().equals("POST") && request.getHeader(HEADER) != null;
        return !begun && (!keyed || Caller.current().isEmpty());
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAsyncDispatch(request)) {
            finish(request, response, chain);
            return;
        }
        var repeatable = new RepeatableRequest(request);
        try {
            Noted noted = noted(request);
            IdempotencyKeys.Turn turn =
                    keys.begin(noted.caller(), noted.key(), asked(request, repeatable.body()));
            if (turn.replay() != null) {
                turn.replay().replay(response);
                return;
            }
            request.setAttribute(RequestIds.ATTRIBUTE, turn.work());
            request.setAttribute(KEY, noted);
        } catch (Rejection rejection) {
            problems.write(request, response, rejection);
            return;
        }
        finish(repeatable, new ContentCachingResponseWrapper(response), chain);
    }

    private static Noted noted(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (!ALLOWED.matcher(key).matches()) {
            throw InvalidRequest.header(HEADER, "must be 1 to 200 printable characters");
        }
        Caller caller = Caller.current().orElseThrow();
        return new Noted(caller.orgId() + "/" + caller.userId(), key);
    }

    private static byte[] asked(HttpServletRequest request, byte[] body) throws IOException {
        var asked = new ByteArrayOutputStream();
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        asked.write(
                (request.getRequestURI() + "?" + query + "\n").getBytes(StandardCharsets.UTF_8));
        asked.write(body);
        return asked.toByteArray();
    }

    /** Goes on with the request, here or on an async dispatch, and keeps the answer at its end. */
    private void finish(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Noted noted = (Noted) request.getAttribute(KEY);
        boolean done = false;
        try {
            chain.doFilter(request, response);
            done = true;
        } finally {
            if (!done && noted != null) {
                keys.abandon(noted.caller(), noted.key());
            }
        }
        if (noted != null && !request.isAsyncStarted()) {
            keep(noted, response);
        }
    }

    private void keep(Noted noted, HttpServletResponse response) throws IOException {
        ContentCachingResponseWrapper cached =
                WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        if (cached == null) {
            return;
        }
        int status = cached.getStatus();
        if (status >= UNKNOWN_OUTCOME) {
            keys.abandon(noted.caller(), noted.key());
        } else if (refusedAtTheDoor(status)) {
            keys.forget(noted.caller(), noted.key());
        } else {
            keys.answered(noted.caller(), noted.key(), StoredAnswer.of(cached));
        }
        cached.copyBodyToResponse();
    }

    private static boolean refusedAtTheDoor(int status) {
        return switch (status) {
            case 400, 401, 403, 404, 405, 406, 413, 415, 429 -> true;
            default -> false;
        };
    }
}
