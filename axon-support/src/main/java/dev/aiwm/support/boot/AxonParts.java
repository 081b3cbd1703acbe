package dev.aiwm.support.boot;

import dev.aiwm.support.store.StoreKind;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

import java.util.Set;

/**
 * Leaves out what Axon's starter would add beside our own beans: stores and transaction managers
 * that depend on an order which Spring Boot 4 changed, handler timeouts that interrupt at will, and
 * the check for updates that calls home.
 */
final class AxonParts implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final String AXON = "org.axonframework.springboot.autoconfig.";

    static final Set<String> NEVER =
            Set.of(
                    AXON + "AvroSerializerAutoConfiguration",
                    AXON + "AxonDbSchedulerAutoConfiguration",
                    AXON + "AxonJobRunrAutoConfiguration",
                    AXON + "AxonTimeoutAutoConfiguration",
                    AXON + "CBORMapperAutoConfiguration",
                    AXON + "JdbcAutoConfiguration",
                    AXON + "JpaAutoConfiguration",
                    AXON + "JpaEventStoreAutoConfiguration",
                    AXON + "NoOpTransactionAutoConfiguration",
                    AXON + "ObjectMapperAutoConfiguration",
                    AXON + "TransactionAutoConfiguration",
                    AXON + "UpdateCheckerAutoConfiguration",
                    AXON + "XStreamAutoConfiguration",
                    AXON + "legacyjpa.JpaJavaxAutoConfiguration",
                    AXON + "legacyjpa.JpaJavaxEventStoreAutoConfiguration");

    private static final Set<String> ONLY_WITH_AXON_SERVER =
            Set.of(
                    AXON + "AxonServerActuatorAutoConfiguration",
                    AXON + "AxonServerAutoConfiguration",
                    AXON + "AxonServerBusAutoConfiguration");

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(String[] names, AutoConfigurationMetadata metadata) {
        boolean axonServer = StoreKind.of(environment) == StoreKind.AXONSERVER;
        var matches = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            matches[i] =
                    names[i] == null
                            || !NEVER.contains(names[i])
                                    && (axonServer || !ONLY_WITH_AXON_SERVER.contains(names[i]));
        }
        return matches;
    }
}
