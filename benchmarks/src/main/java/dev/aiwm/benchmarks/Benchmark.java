package dev.aiwm.benchmarks;

/** One measured claim about the product. */
interface Benchmark {
    /** The name it is started by. */
    String id();

    /** What is measured, in a line. */
    String title();

    /** Measures, and writes what it found into the report. */
    void run(Run run) throws Exception;
}
