package dev.aiwm.web.request;

import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.InvalidRequest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

import java.util.Arrays;
import java.util.List;

/** Refuses a query parameter whose value is no plain text. */
final class PlainParametersOnly implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST
                || request.getQueryString() == null) {
            return true;
        }
        List<FieldError> odd =
                request.getParameterMap().entrySet().stream()
                        .filter(each -> !Arrays.stream(each.getValue()).allMatch(PlainText::is))
                        .map(each -> "?" + each.getKey())
                        .sorted()
                        .map(name -> new FieldError(name, FieldError.INVALID, PlainText.RULE))
                        .toList();
        if (!odd.isEmpty()) {
            throw InvalidRequest.of(odd);
        }
        return true;
    }
}
