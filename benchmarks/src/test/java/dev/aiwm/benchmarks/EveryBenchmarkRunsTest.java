package dev.aiwm.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Tiny sizes: that each still runs and says something, not what it costs. */
@Execution(ExecutionMode.CONCURRENT)
class EveryBenchmarkRunsTest {
    private static final int PAIRS = 1;

    @TempDir Path folder;

    static List<String> benchmarks() {
        return Main.all().stream().map(Benchmark::id).toList();
    }

    @ParameterizedTest
    @MethodSource("benchmarks")
    void a_benchmark_reports_figures_or_why_it_claims_nothing(String id) throws Exception {
        var benchmark = Main.named(id).orElseThrow();
        var lacks = benchmark.lacks();
        Assumptions.assumeTrue(lacks.isEmpty(), () -> "needs " + lacks.get());
        var report = Main.run(benchmark, Store.EMBEDDED, Size.SMOKE, PAIRS, folder);

        var json = Api.JSON.readTree(report.json(Machine.of(folder)));
        assertThat(json.path("benchmark").asString()).isEqualTo(id);
        assertThat(json.path("machine").path("cores").asInt()).isPositive();
        if (report.isRefused()) {
            assertThat(json.path("refusal").asString()).contains("the floor moved");
        } else {
            assertThat(report.findings()).isNotEmpty();
            assertThat(table(report)).contains(report.findings().get(0).name());
        }
        assertThat(folder).isDirectoryNotContaining("glob:**/" + id + "-*");
    }

    private static String table(Report report) {
        var bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
