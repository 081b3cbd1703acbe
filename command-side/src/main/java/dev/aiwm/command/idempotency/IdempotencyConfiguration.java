package dev.aiwm.command.idempotency;

import dev.aiwm.command.vault.Seal;
import dev.aiwm.support.mongo.ReadDatabases;
import dev.aiwm.support.store.SchemaScript;
import dev.aiwm.support.store.StoreKind;
import dev.aiwm.web.problem.ProblemWriter;

import jakarta.servlet.DispatcherType;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration implements WebMvcConfigurer {
    private static final int AFTER_THE_EVENTS = 11;
    private static final int AFTER_SECURITY = 0;
    private static final String DATABASE = "vault";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(RequestIds.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestIdsArgument());
    }

    @Bean
    SchemaScript idempotencySchema() {
        return new SchemaScript(AFTER_THE_EVENTS, "dev/aiwm/command/idempotency/schema");
    }

    @Bean
    KeyStore keyStore(ObjectProvider<JdbcTemplate> sql, ObjectProvider<ReadDatabases> mongo) {
        JdbcTemplate jdbc = sql.getIfAvailable();
        return jdbc == null
                ? new MongoKeyStore(mongo.getObject().database(DATABASE))
                : new JdbcKeyStore(jdbc);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(
            KeyStore store, Seal seal, Clock clock, Environment environment) {
        return new IdempotencyKeys(store, seal, clock, isAlone(environment));
    }

    @Bean
    KeptAlive keptAliveKeys(IdempotencyKeys keys, Environment environment) {
        return KeptAlive.among(!isAlone(environment), keys);
    }

    private static boolean isAlone(Environment environment) {
        return StoreKind.of(environment) == StoreKind.EMBEDDED;
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(
            IdempotencyKeys keys, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new IdempotencyFilter(keys, problems));
        registration.setOrder(AFTER_SECURITY);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        registration.setAsyncSupported(true);
        return registration;
    }
}
