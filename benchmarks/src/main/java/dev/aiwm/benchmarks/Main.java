package dev.aiwm.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs benchmarks by their names; without one it lists them. */
public final class Main {
    private static final int NO_CLAIM = 3;
    private static final int MISSED = 1;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "dev/aiwm/benchmarks/quiet.xml");
        var choice = Choice.of(arguments);
        if (choice.benchmarks().isEmpty()) {
            list();
            return;
        }
        var machine = Machine.of(choice.folder());
        System.out.println(machine.text());
        int status = 0;
        for (Benchmark benchmark : choice.benchmarks()) {
            if (benchmark.lacks().isPresent()) {
                System.out.printf(
                        "%n%s  SKIPPED, lacks %s%n", benchmark.id(), benchmark.lacks().get());
                continue;
            }
            for (Store store : choice.stores()) {
                if (store == Store.POSTGRESQL && !Postgres.isInstalled()) {
                    System.out.printf(
                            "%n%s  SKIPPED on postgresql: the package is not installed%n",
                            benchmark.id());
                    continue;
                }
                status = Math.max(status, run(benchmark, store, choice, machine));
            }
        }
        System.exit(status);
    }

    private static int run(Benchmark benchmark, Store store, Choice choice, Machine machine)
            throws Exception {
        Report report = null;
        for (int attempt = 0; attempt < choice.attempts(); attempt++) {
            report = run(benchmark, store, choice.size(), choice.pairs(), choice.folder());
            if (!report.isRefused()) {
                break;
            }
        }
        report.print(System.out);
        Path file = choice.results().resolve(benchmark.id() + "-" + store.word() + ".json");
        Files.createDirectories(choice.results());
        Files.writeString(file, report.json(machine));
        System.out.println("  " + file);
        boolean missed = report.findings().stream().anyMatch(it -> it.verdict().equals("missed"));
        return report.isRefused() ? NO_CLAIM : missed ? MISSED : 0;
    }

    /**
     * One run; a floor that moved too much leaves a report that refuses to claim anything. What a
     * run that failed has written, the product's log with it, is left where it is.
     */
    static Report run(Benchmark benchmark, Store store, Size size, int pairs, Path folder)
            throws Exception {
        var report = new Report(benchmark.id(), benchmark.title(), store, size);
        Files.createDirectories(folder);
        Path work = folder.resolve(benchmark.id() + "-" + System.nanoTime());
        Files.createDirectories(work);
        try (var run = new Run(store, size, pairs, work, report)) {
            benchmark.run(run);
        } catch (Pairs.RestlessFloor e) {
            report.refuse(e.getMessage());
        } catch (Exception e) {
            System.err.println("failed; what was written is in " + work);
            throw e;
        }
        Run.delete(work);
        return report;
    }

    static List<Benchmark> all() {
        return List.of(
                new DurableCommandLatency(),
                new DurableCommandThroughput(),
                new GpuClaim(),
                new ContainerEndToEnd(),
                new MachineEndToEnd(),
                new Dispatch(),
                new Orchestration(),
                new ReconnectStorm(),
                new ProjectionRebuild(),
                new ReadYourWrite(),
                new ListQuery(),
                new AsOfReads(),
                new ColdRecovery(),
                new VerifyingTheLog(),
                new StartTime(),
                new ResidentMemory());
    }

    static Optional<Benchmark> named(String id) {
        return all().stream().filter(it -> it.id().equalsIgnoreCase(id)).findFirst();
    }

    private static void list() {
        System.out.println("Benchmarks:");
        all().forEach(it -> System.out.printf("  %-8s %s%n", it.id(), it.title()));
        System.out.println(
                """

                Options:
                  --store embedded|postgresql   one store instead of both
                  --full                        the sizes of the definition instead of small ones
                  --smoke                       tiny sizes: that it runs, not what it costs
                  --pairs N                     turns of ours and the floor (5)
                  --attempts N                  runs until the floor holds still (3)
                  --folder DIR                  where to work; its disk is what is measured
                  --results DIR                 where the JSON goes\
                """);
    }
}
