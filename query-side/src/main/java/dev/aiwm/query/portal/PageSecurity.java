package dev.aiwm.query.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** What the portal's pages may load; the documentation's pages bring their own scripts. */
final class PageSecurity implements HandlerInterceptor {
    private static final String POLICY =
            "default-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action"
                    + " 'self'; frame-ancestors 'none'";

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        String path = request.getRequestURI();
        boolean documentation = path.startsWith("/api-docs") || path.startsWith("/swagger-ui");
        if (handler instanceof ResourceHttpRequestHandler && !documentation) {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Referrer-Policy", "no-referrer");
        }
        return true;
    }
}
