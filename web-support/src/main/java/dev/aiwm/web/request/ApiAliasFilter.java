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

    private static final class Prefixed extends HttpServletRequestWrapper {
        Prefixed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return prefixed(super.getRequestURI());
        }

        @Override
        public String getServletPath() {
            return prefixed(super.getServletPath());
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer url = super.getRequestURL();
            int hostEnd = url.length() - super.getRequestURI().length();
            return url.replace(hostEnd, url.length(), getRequestURI());
        }

        /** A request that was answered later comes by again under the path it was given. */
        private static String prefixed(String path) {
            return path.startsWith(PREFIX + "/") ? path : PREFIX + path;
        }
    }
}
