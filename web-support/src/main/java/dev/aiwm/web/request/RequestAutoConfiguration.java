package dev.aiwm.web.request;

import dev.aiwm.web.EdgeSettings;
import dev.aiwm.web.correlation.CorrelationId;
import dev.aiwm.web.problem.ProblemWriter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What every request passes before a controller sees it. */
@AutoConfiguration(afterName = "dev.aiwm.web.problem.ProblemAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(EdgeSettings.class)
class RequestAutoConfiguration implements WebMvcConfigurer {
    private final EdgeSettings settings;

    RequestAutoConfiguration(EdgeSettings settings) {
        this.settings = settings;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestArguments(settings));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParametersOnly());
        registry.addInterceptor(new PlainParametersOnly());
    }

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
        configurer.setDefaultTimeout(settings.requestTimeout().toMillis());
    }

    /** Security's filter asks this before it asks for a token, as browsers send none at first. */
    @Bean
    CorsConfigurationSource corsConfigurationSource() {
        var source = new UrlBasedCorsConfigurationSource();
        if (!settings.allowedOrigins().isEmpty()) {
            var cors = new CorsConfiguration();
            cors.setAllowedOrigins(settings.allowedOrigins());
            cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
            cors.addAllowedHeader(CorsConfiguration.ALL);
            cors.setExposedHeaders(
                    List.of("ETag", "Location", "Link", "Log-Position", CorrelationId.HEADER));
            source.registerCorsConfiguration("/**", cors);
        }
        return source;
    }

    @Bean
    PlainBodies plainBodies() {
        return new PlainBodies();
    }

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter(ProblemWriter problems) {
        return first(new CorrelationFilter(problems), 0);
    }

    @Bean
    FilterRegistrationBean<ApiAliasFilter> apiAliasFilter(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> mapping) {
        Supplier<Set<String>> roots = SingletonSupplier.of(() -> rootsOf(mapping.getObject()));
        return first(new ApiAliasFilter(roots), 1);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ProblemWriter problems) {
        return first(new BodyLimitFilter(settings.maxBody().toBytes(), problems), 2);
    }

    private static <F extends Filter> FilterRegistrationBean<F> first(F filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10 + place);
        registration.setDispatcherTypes(
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        registration.setAsyncSupported(true);
        return registration;
    }

    private static Set<String> rootsOf(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith(ApiAliasFilter.PREFIX + "/"))
                .map(pattern -> pattern.substring(ApiAliasFilter.PREFIX.length()))
                .map(ApiAliasFilter::root)
                .filter(root -> !root.contains("{") && !root.contains("*"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
