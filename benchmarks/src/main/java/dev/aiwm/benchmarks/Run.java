package dev.aiwm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * One run of a benchmark: where it works, how much it does, and what it started, which ends with
 * it.
 */
final class Run implements AutoCloseable {
    private final Store store;
    private final Size size;
    private final int pairs;
    private final Path folder;
    private final Report report;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private int folders;

    Run(Store store, Size size, int pairs, Path folder, Report report) {
        this.store = store;
        this.size = size;
        this.pairs = pairs;
        this.folder = folder;
        this.report = report;
    }

    Store store() {
        return store;
    }

    Size size() {
        return size;
    }

    int pairs() {
        return pairs;
    }

    Report report() {
        return report;
    }

    /** A folder that nobody else uses. */
    Path newFolder(String name) {
        folders++;
        return folder.resolve(name + "-" + folders);
    }

    /** The database server of this run; started when first asked for. */
    Postgres postgres() throws IOException, InterruptedException {
        for (AutoCloseable one : opened) {
            if (one instanceof Postgres server) {
                return server;
            }
        }
        return keep(Postgres.start(newFolder("postgres")));
    }

    /** Closes it when the run ends. */
    <T extends AutoCloseable> T keep(T one) {
        opened.push(one);
        return one;
    }

    /** Ours and a floor in turns; the figures of both are medians over the pairs. */
    Pairs.Result inTurns(Callable<Double> ours, Callable<Double> floor) throws Exception {
        return Pairs.measure(pairs, ours, floor);
    }

    /** Removes a folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
