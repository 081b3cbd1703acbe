package dev.aiwm.support.store;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Where events live, and with them everything that must be as durable as events. */
public enum StoreKind {
    /** HSQLDB files and an in-process MongoDB server below the data folder; one process. */
    EMBEDDED,
    /** PostgreSQL for events, MongoDB for read models. */
    JDBC,
    /** Axon Server for events and commands, MongoDB for all else. */
    AXONSERVER;

    public static StoreKind of(Environment environment) {
        return Binder.get(environment).bind("aiwm.store", StoreKind.class).orElse(EMBEDDED);
    }
}
