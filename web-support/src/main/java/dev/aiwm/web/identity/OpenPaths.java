package dev.aiwm.web.identity;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.ServletRequestPathUtils;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be asked without a token: health, documentation, the login, the portal's files, and the
 * channels that check tokens of their own.
 */
final class OpenPaths implements RequestMatcher {
    private static final Set<String> EXACT =
            Set.of("/api/health", "/api/auth/login", "/api-docs", "/api-docs.json", "/error");
    private static final List<String> BELOW =
            List.of(
                    "/api/health/",
                    "/api-docs/",
                    "/api-docs.json/",
                    "/swagger-ui/",
                    "/ws/",
                    "/socket.io/");
    private static final String METRICS = "/metrics";

    private final boolean openMetrics;

    OpenPaths(boolean openMetrics) {
        this.openMetrics = openMetrics;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String path = routed(request);
        if (EXACT.contains(path) || BELOW.stream().anyMatch(path::startsWith)) {
            return true;
        }
        if (path.equals(METRICS)) {
            return openMetrics;
        }
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads && !path.equals("/api") && !path.startsWith("/api/");
    }

    /** The path as controllers are found by it: {@code /%6detrics} is {@code /metrics}. */
    private static String routed(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication().elements().stream()
                .map(OpenPaths::routed)
                .collect(Collectors.joining());
    }

    private static String routed(PathContainer.Element element) {
        return element instanceof PathSegment segment ? segment.valueToMatch() : element.value();
    }
}
