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
 * the check for updates that calls home. And Spring Data's single database, as we have one per
 * side.
 */
final class AxonParts implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final String AXON = "org.axonframework.springboot.autoconfig.";

    private static final String MONGO = "org.springframework.boot.data.mongodb.autoconfigure.";

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
                    AXON + "legacyjpa.JpaJavaxEventStoreAutoConfiguration",
                    MONGO + "DataMongoAutoConfiguration",
                    MONGO + "DataMongoReactiveAutoConfiguration",
                    MONGO + "DataMongoReactiveRepositoriesAutoConfiguration",
                    MONGO + "DataMongoRepositoriesAutoConfiguration");

    private static final Set<String> ONLY_WITH_AXON_SERVER =
            Set.of(
                    AXON + "AxonServerActuatorAutoConfiguration",
                    AXON + "AxonServerAutoConfiguration",
                    AXON + "AxonServerBusAutoConfiguration");

    private static final String JDBC = "org.springframework.boot.jdbc.autoconfigure.";

    private static final Set<String> ONLY_WITHOUT_AXON_SERVER =
            Set.of(
                    JDBC + "DataSourceAutoConfiguration",
                    JDBC + "DataSourceInitializationAutoConfiguration",
                    JDBC + "DataSourceTransactionManagerAutoConfiguration",
                    JDBC + "JdbcClientAutoConfiguration",
                    JDBC + "JdbcTemplateAutoConfiguration");

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(String[] names, AutoConfigurationMetadata metadata) {
        boolean axonServer = StoreKind.of(environment) == StoreKind.AXONSERVER;
        Set<String> others = axonServer ? ONLY_WITHOUT_AXON_SERVER : ONLY_WITH_AXON_SERVER;
        var matches = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            matches[i] = name == null || !NEVER.contains(name) && !others.contains(name);
        }
        return matches;
    }
}
