package dev.aiwm.web.request;

import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.InvalidRequest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Refuses a query parameter that the method does not have, instead of ignoring a misspelling. A
 * page is no part of the API: whoever links to it may add what they like.
 */
final class KnownParametersOnly implements HandlerInterceptor {
    private static final String OURS = "dev.aiwm.";
    private final ConcurrentMap<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST
                || request.getQueryString() == null
                || !(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith(OURS)
                || isPage(method)) {
            return true;
        }
        Set<String> names = known.computeIfAbsent(method, KnownParametersOnly::namesOf);
        List<FieldError> unknown =
                request.getParameterMap().keySet().stream()
                        .filter(name -> !names.contains(name))
                        .sorted()
                        .map(
                                name ->
                                        new FieldError(
                                                "?" + name,
                                                FieldError.INVALID,
                                                "is not a known parameter; known: " + names))
                        .toList();
        if (!unknown.isEmpty()) {
            throw InvalidRequest.of(unknown);
        }
        return true;
    }

    private static boolean isPage(HandlerMethod method) {
        return !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class)
                && !method.hasMethodAnnotation(ResponseBody.class);
    }

    private static Set<String> namesOf(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == ListParameters.class) {
                names.addAll(ListParameters.NAMES);
            }
            if (parameter.getParameterType() == SeenVersion.class) {
                names.add(SeenVersion.AT_LEAST);
            }
            if (parameter.getParameterType() == AsOf.class) {
                names.addAll(AsOf.NAMES);
            }
            if (parameter.getParameterType() == TrailParameters.class) {
                names.addAll(TrailParameters.NAMES);
            }
            RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
            if (declared != null) {
                names.add(
                        declared.name().isEmpty()
                                ? String.valueOf(parameter.getParameter().getName())
                                : declared.name());
            }
        }
        return names;
    }
}
