package dev.aiwm.support.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings below {@code aiwm}: which store, and where.
 *
 * @param store {@code embedded}, {@code jdbc} or {@code axonserver}
 * @param data folder of everything that this process keeps on disk
 * @param instance name of this process among its replicas, stable over restarts so that it gets
 *     back its own claims at once; absent: a new name per process, except for the embedded store
 * @param jdbc PostgreSQL, for {@code store=jdbc}
 */
@ConfigurationProperties("aiwm")
public record StoreSettings(
        @DefaultValue("embedded") StoreKind store,
        @DefaultValue("data") Path data,
        Optional<String> instance,
        @DefaultValue Jdbc jdbc) {

    private static final String EMBEDDED_INSTANCE = "embedded";

    /** Under which name this process claims what only one replica may do. */
    public String instanceName() {
        return instance.orElseGet(
                () ->
                        store == StoreKind.EMBEDDED
                                ? EMBEDDED_INSTANCE
                                : ManagementFactory.getRuntimeMXBean().getName());
    }

    /**
     * @param url JDBC address, for example {@code jdbc:postgresql://db:5432/aiwm}
     */
    public record Jdbc(
            @DefaultValue("jdbc:postgresql://localhost:5432/aiwm") String url,
            @DefaultValue("aiwm") String username,
            @DefaultValue("") String password,
            @DefaultValue("16") int poolSize) {

        @Override
        public String toString() {
            return "Jdbc[url=" + url + ", username=" + username + ", poolSize=" + poolSize + "]";
        }
    }
}
