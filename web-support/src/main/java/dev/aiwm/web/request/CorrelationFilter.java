package dev.aiwm.web.request;

import dev.aiwm.web.correlation.CorrelationId;
import dev.aiwm.web.problem.InvalidRequest;
import dev.aiwm.web.problem.ProblemWriter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Gives every request a correlation id, its own or a new one, and answers with it. */
final class CorrelationFilter extends OncePerRequestFilter {
    private static final String ATTRIBUTE = CorrelationFilter.class.getName();
    private final ProblemWriter problems;

    CorrelationFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String sent = request.getHeader(CorrelationId.HEADER);
        boolean refused = sent != null && !CorrelationId.isValid(sent);
        String id = (String) request.getAttribute(ATTRIBUTE);
        if (id == null) {
            id =
                    sent == null || refused
                            ? CorrelationId.fromTraceOrNew(request.getHeader("traceparent"))
                            : sent;
            request.setAttribute(ATTRIBUTE, id);
        }
        MDC.put(CorrelationId.MDC_KEY, id);
        try {
            response.setHeader(CorrelationId.HEADER, id);
            if (refused) {
                problems.write(
                        request,
                        response,
                        InvalidRequest.header(
                                CorrelationId.HEADER,
                                "must be 1 to 128 letters, digits or . _ : / + = @ -"));
                return;
            }
            chain.doFilter(request, response);
        } finally {
            MDC.remove(CorrelationId.MDC_KEY);
        }
    }
}
