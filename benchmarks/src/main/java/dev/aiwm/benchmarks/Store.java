package dev.aiwm.benchmarks;

import java.util.Locale;

/** Where the product keeps its events during a run. */
enum Store {
    EMBEDDED,
    POSTGRESQL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
