package dev.aiwm.web.request;

import dev.aiwm.web.EdgeSettings;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.util.Collections;
import java.util.Map;
import java.util.function.Function;

/** Lets controller methods take what a request's headers and parameters mean. */
final class RequestArguments implements HandlerMethodArgumentResolver {
    private final Map<Class<?>, Function<HttpServletRequest, Object>> readers;

    RequestArguments(EdgeSettings settings) {
        readers =
                Map.of(
                        IfMatch.class,
                        request -> IfMatch.parse(request.getHeader("If-Match")),
                        Prefer.class,
                        request ->
                                Prefer.parse(
                                        Collections.list(request.getHeaders(Prefer.HEADER)),
                                        settings.longestWait()),
                        ListParameters.class,
                        request -> ListParameters.parse(request::getParameter),
                        SeenVersion.class,
                        SeenVersion::parse,
                        AsOf.class,
                        AsOf::parse,
                        TrailParameters.class,
                        TrailParameters::parse);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return readers.containsKey(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return readers.get(parameter.getParameterType())
                .apply(request.getNativeRequest(HttpServletRequest.class));
    }
}
