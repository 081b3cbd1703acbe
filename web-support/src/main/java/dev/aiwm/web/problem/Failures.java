package dev.aiwm.web.problem;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;

import jakarta.validation.ConstraintViolationException;

import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import tools.jackson.core.JacksonException;

import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * What a failure means to a client. What is not understood is logged here, once, and answered
 * without its message: that may say too much.
 */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private final List<RejectionSource> sources;

    Failures(ObjectProvider<RejectionSource> sources) {
        this.sources = sources.orderedStream().toList();
    }

    Rejection rejectionOf(Throwable failure) {
        Optional<Rejection> rejection = find(failure);
        if (rejection.isPresent()) {
            return rejection.get();
        }
        if (failure instanceof Exception exception) {
            Optional<Rejection> known = ofSpring(exception);
            if (known.isPresent()) {
                return known.get();
            }
        }
        LOG.error("Unexpected failure", failure);
        return new Rejection(
                RejectionCode.INTERNAL,
                "something went wrong here; the correlation id finds it in the log");
    }

    private Optional<Rejection> find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return Optional.of(rejection);
            }
            if (cause instanceof JacksonException fault
                    && failure instanceof HttpMessageNotReadableException) {
                return Optional.of(rejectionIn(fault).orElseGet(() -> JsonFaults.describe(fault)));
            }
        }
        for (RejectionSource source : sources) {
            Optional<Rejection> found = source.in(failure);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> rejectionIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return Optional.of(rejection);
            }
        }
        return Optional.empty();
    }

    private static Optional<Rejection> ofSpring(Exception failure) {
        if (failure instanceof AsyncRequestTimeoutException
                || failure instanceof TimeoutException) {
            return reject(RejectionCode.TIMED_OUT, "the request took too long and was given up");
        }
        if (failure instanceof HttpMessageNotReadableException) {
            return reject(RejectionCode.MALFORMED_REQUEST, "the body is missing or cannot be read");
        }
        if (failure instanceof SocketTimeoutException || failure instanceof ClientAbortException) {
            return reject(RejectionCode.MALFORMED_REQUEST, "the body did not come as a whole");
        }
        if (failure instanceof InvalidParameterException) {
            return reject(RejectionCode.MALFORMED_REQUEST, "the query cannot be read");
        }
        if (failure instanceof MethodArgumentNotValidException invalid) {
            return Optional.of(InvalidRequest.of(Violations.of(invalid)));
        }
        if (failure instanceof ConstraintViolationException invalid) {
            return Optional.of(InvalidRequest.of(Violations.of(invalid.getConstraintViolations())));
        }
        if (failure instanceof HandlerMethodValidationException invalid) {
            return Optional.of(InvalidRequest.of(Violations.of(invalid)));
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(ofArgument(mismatch));
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Optional.of(InvalidRequest.parameter(missing.getParameterName(), "is required"));
        }
        if (failure instanceof MissingRequestHeaderException missing) {
            return Optional.of(InvalidRequest.header(missing.getHeaderName(), "is required"));
        }
        return failure instanceof ErrorResponse known
                ? ofStatus(failure, known.getStatusCode())
                : Optional.empty();
    }

    /** An id in a path that cannot be one names nothing; anything else is a bad parameter. */
    private static Rejection ofArgument(MethodArgumentTypeMismatchException mismatch) {
        boolean inPath =
                mismatch.getParameter()
                        .hasParameterAnnotation(
                                org.springframework.web.bind.annotation.PathVariable.class);
        if (inPath) {
            return new Rejection(
                    RejectionCode.NOT_FOUND, "there is nothing with this " + mismatch.getName());
        }
        return InvalidRequest.parameter(mismatch.getName(), Violations.sentenceFor(mismatch));
    }

    private static Optional<Rejection> ofStatus(Exception failure, HttpStatusCode status) {
        if (failure instanceof HttpRequestMethodNotSupportedException wrong) {
            var allowed = wrong.getSupportedHttpMethods();
            return Optional.of(
                    new Rejection(
                            RejectionCode.METHOD_NOT_ALLOWED,
                            wrong.getMethod() + " is not offered here",
                            Map.of(
                                    "allowedMethods",
                                    allowed == null
                                            ? List.of()
                                            : allowed.stream()
                                                    .map(HttpMethod::name)
                                                    .sorted()
                                                    .toList())));
        }
        if (failure instanceof HttpMediaTypeNotSupportedException wrong) {
            return reject(
                    RejectionCode.UNSUPPORTED_MEDIA_TYPE,
                    "send one of " + wrong.getSupportedMediaTypes());
        }
        if (failure instanceof HttpMediaTypeNotAcceptableException) {
            return reject(RejectionCode.NOT_ACCEPTABLE, "this answers in JSON only");
        }
        if (failure instanceof TypeMismatchException) {
            return reject(RejectionCode.MALFORMED_REQUEST, "a parameter cannot be read");
        }
        return Statuses.rejection(status.value());
    }

    private static Optional<Rejection> reject(RejectionCode code, String message) {
        return Optional.of(new Rejection(code, message));
    }
}
