package dev.aiwm.benchmarks;

import java.util.Optional;

/** One measured claim about the product. */
interface Benchmark {
    /** The name it is started by. */
    String id();

    /** What is measured, in a line. */
    String title();

    /** What this machine lacks for it; empty when it can be run. */
    default Optional<String> lacks() {
        return Optional.empty();
    }

    /** Measures, and writes what it found into the report. */
    void run(Run run) throws Exception;
}
