package dev.aiwm.support.store;

/** The two SQL databases that we speak to. */
enum Dialect {
    HSQLDB,
    POSTGRESQL
}
