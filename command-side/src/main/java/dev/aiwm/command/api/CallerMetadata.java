package dev.aiwm.command.api;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.support.messaging.MetadataInterceptor;
import dev.aiwm.support.messaging.Rejections;
import dev.aiwm.support.store.Outages;
import dev.aiwm.web.correlation.CorrelationId;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.problem.RejectionSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.HashMap;
import java.util.Map;

/** Every command that a request leads to says who asked, and under which correlation id. */
@Configuration(proxyBeanMethods = false)
class CallerMetadata {
    private static final String USER = "user";

    @Bean
    MetadataInterceptor callerOfCommands() {
        return new MetadataInterceptor(CallerMetadata::current);
    }

    @Bean
    RejectionSource rejectionsOfCommands() {
        return Rejections::in;
    }

    @Bean
    RejectionSource outagesBehindCommands() {
        return Outages::in;
    }

    static Map<String, ?> current() {
        Map<String, Object> metadata = new HashMap<>();
        Caller.current()
                .ifPresent(
                        caller -> {
                            metadata.put(MetadataKeys.ACTOR, caller.userId());
                            metadata.put(MetadataKeys.ORG, caller.orgId());
                            metadata.put(
                                    MetadataKeys.ROLES,
                                    String.join(",", caller.roles().stream().sorted().toList()));
                            metadata.put(MetadataKeys.ORIGIN, USER);
                        });
        if (CorrelationId.current() != null) {
            metadata.put(MetadataKeys.CORRELATION_ID, CorrelationId.current());
        }
        return metadata;
    }
}
