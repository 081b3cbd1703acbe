package dev.aiwm.web.identity;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.EdgeSettings;
import dev.aiwm.web.problem.ProblemWriter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.time.Clock;
import java.util.List;

/** Bearer tokens on everything that is not open. */
@AutoConfiguration(
        afterName = "dev.aiwm.web.request.RequestAutoConfiguration",
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet."
                    + "OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet."
                    + "ServletWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class IdentityAutoConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    UserTokens userTokens(Environment environment, Clock clock) {
        return new UserTokens(TokenKey.of(environment), clock);
    }

    @Bean
    DerivedKeys derivedKeys(Environment environment) {
        return new DerivedKeys(TokenKey.of(environment));
    }

    @Bean
    JwtDecoder userTokenDecoder(UserTokens tokens) {
        return tokens.decoder();
    }

    /** Requests are measured as a whole; measuring each filter of the chain cost a tenth of one. */
    @Bean
    SecurityObservationSettings noObservationOfSecurity() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain restAccess(
            HttpSecurity http, EdgeSettings settings, ProblemWriter problems, JwtDecoder decoder)
            throws Exception {
        var open = new OpenPaths(settings.openMetrics());
        var bearer = new DefaultBearerTokenResolver();
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(cors -> {})
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(
                                                jakarta.servlet.DispatcherType.ASYNC,
                                                jakarta.servlet.DispatcherType.ERROR,
                                                jakarta.servlet.DispatcherType.FORWARD)
                                        .permitAll()
                                        .requestMatchers(open)
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .oauth2ResourceServer(
                        server ->
                                server.bearerTokenResolver(
                                                request ->
                                                        open.matches(request)
                                                                ? null
                                                                : bearer.resolve(request))
                                        .jwt(jwt -> jwt.decoder(decoder))
                                        .authenticationEntryPoint(unauthenticated(problems))
                                        .accessDeniedHandler(denied(problems)))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(unauthenticated(problems))
                                        .accessDeniedHandler(denied(problems)))
                .build();
    }

    private static AuthenticationEntryPoint unauthenticated(ProblemWriter problems) {
        return (request, response, failure) -> {
            boolean sent = request.getHeader("Authorization") != null;
            response.setHeader(
                    "WWW-Authenticate", sent ? "Bearer error=\"invalid_token\"" : "Bearer");
            problems.write(
                    request,
                    response,
                    new Rejection(
                            RejectionCode.UNAUTHENTICATED,
                            sent
                                    ? "the token is not valid, or not any more"
                                    : "send a token: Authorization: Bearer <token>"));
        };
    }

    private static AccessDeniedHandler denied(ProblemWriter problems) {
        return (request, response, failure) ->
                problems.write(
                        request,
                        response,
                        new Rejection(RejectionCode.FORBIDDEN, "this is not allowed to you"));
    }
}
