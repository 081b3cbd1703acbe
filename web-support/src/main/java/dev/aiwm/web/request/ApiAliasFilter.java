package dev.aiwm.web.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets every path below {@code /api} answer without that prefix too. Which first words are meant is
 * taken from the mapped paths, so that static files and other protocols keep theirs.
 */
final class ApiAliasFilter extends OncePerRequestFilter {
    static final String PREFIX = "/api";
    private final Supplier<Set<String>> roots;

    ApiAliasFilter(Supplier<Set<String>> roots) {
        this.roots = roots;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean alias = request.getContextPath().isEmpty() && roots.get().contains(root(path));
        chain.doFilter(alias ? new Prefixed(request) : request, response);
    }

    static String root(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }

    /** Knows its paths from the start: an async dispatch goes to them once more. */
    private static final class Prefixed extends HttpServletRequestWrapper {
        private final String uri;
        private final String servletPath;
        private final String url;

        Prefixed(HttpServletRequest request) {
            super(request);
            uri = PREFIX + request.getRequestURI();
            servletPath = PREFIX + request.getServletPath();
            StringBuffer asked = request.getRequestURL();
            url =
                    asked.insert(asked.length() - request.getRequestURI().length(), PREFIX)
                            .toString();
        }

        @Override
        public String getRequestURI() {
            return uri;
        }

        @Override
        public String getServletPath() {
            return servletPath;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(url);
        }
    }
}
