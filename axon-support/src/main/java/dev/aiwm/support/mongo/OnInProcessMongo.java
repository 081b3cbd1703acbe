package dev.aiwm.support.mongo;

import dev.aiwm.support.store.StoreKind;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The store is embedded and no other MongoDB is named. */
final class OnInProcessMongo implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var environment = context.getEnvironment();
        return StoreKind.of(environment) == StoreKind.EMBEDDED
                && environment.getProperty("spring.mongodb.uri", "").isBlank();
    }
}
