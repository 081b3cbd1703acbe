package dev.aiwm.support.store;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Events are in an SQL database. */
final class OnSqlStore implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return StoreKind.of(context.getEnvironment()) != StoreKind.AXONSERVER;
    }
}
