package dev.aiwm.web.problem;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.correlation.CorrelationId;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever a controller failed with into a problem document. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {
    private static final String RETRY_AFTER_SECONDS = "2";
    private final Failures failures;

    ProblemAdvice(Failures failures) {
        this.failures = failures;
    }

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException refused) {
        throw refused;
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void theClientIsGone() {}

    @ExceptionHandler(Exception.class)
    ResponseEntity<Problem> answer(
            Exception failure, HttpServletRequest request, HttpServletResponse response) {
        Rejection rejection = failures.rejectionOf(failure);
        if (response.isCommitted()) {
            return null;
        }
        var headers = new HttpHeaders();
        if (failure instanceof ErrorResponse known) {
            headers.putAll(known.getHeaders());
        }
        headers.setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
        headers.setCacheControl("no-store");
        RejectionCode.Category category = rejection.code().category();
        if (category == RejectionCode.Category.UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return ResponseEntity.status(category.httpStatus())
                .headers(headers)
                .body(Problem.of(rejection, request.getRequestURI(), CorrelationId.current()));
    }
}
