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
 * side. And what Spring Boot sets up for annotations and scripts that nobody here uses: for each it
 * would look at every method of every bean, at every start.
 */
final class UnwantedParts implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final String AXON = "org.axonframework.springboot.autoconfig.";

    private static final String BOOT = "org.springframework.boot.";

    private static final String MONGO = BOOT + "data.mongodb.autoconfigure.";

    private static final String JDBC = BOOT + "jdbc.autoconfigure.";

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
                    MONGO + "DataMongoRepositoriesAutoConfiguration",
                    BOOT + "autoconfigure.aop.AopAutoConfiguration",
                    BOOT + "autoconfigure.task.TaskSchedulingAutoConfiguration",
                    BOOT + "data.autoconfigure.metrics.DataRepositoryMetricsAutoConfiguration",
                    BOOT + "data.autoconfigure.web.DataWebAutoConfiguration",
                    JDBC + "DataSourceInitializationAutoConfiguration",
                    JDBC + "JdbcClientAutoConfiguration",
                    JDBC + "health.DataSourceHealthContributorAutoConfiguration",
                    BOOT + "mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration",
                    BOOT
                            + "persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration",
                    BOOT + "transaction.autoconfigure.TransactionAutoConfiguration");

    private static final Set<String> ONLY_WITH_AXON_SERVER =
            Set.of(
                    AXON + "AxonServerActuatorAutoConfiguration",
                    AXON + "AxonServerAutoConfiguration",
                    AXON + "AxonServerBusAutoConfiguration");

    private static final Set<String> ONLY_WITHOUT_AXON_SERVER =
            Set.of(
                    JDBC + "DataSourceAutoConfiguration",
                    JDBC + "DataSourceTransactionManagerAutoConfiguration",
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
