package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What docs/api-examples.md shows, typed as it stands there. */
class ApiExamplesTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern PATH = Pattern.compile("\\$URL(/[a-z/$A-Z0-9-]*)");
    private static final long PATIENCE_SECONDS = 180;

    private final String guide = Files.readString(Repository.file("docs/api-examples.md"));

    ApiExamplesTest() throws IOException {}

    private String script() {
        return BLOCK.matcher(guide)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n", "set -euo pipefail\n", "\n"));
    }

    @Test
    void every_example_is_answered_as_it_should(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (var product = Product.start(folder.resolve("data"))) {
            product.api().awaitField("/api/nodes/local-sim", "/status", "online");
            var told = folder.resolve("told.txt");
            var shell = new ProcessBuilder("bash", "-x", "-c", script());
            shell.directory(folder.toFile());
            shell.environment().put("URL", product.url());
            shell.environment().put("AIWM_ADMIN_PASSWORD", Product.PASSWORD);
            var running = shell.redirectErrorStream(true).redirectOutput(told.toFile()).start();
            try {
                assertThat(running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(running.exitValue()).as(() -> last(told)).isZero();
            } finally {
                running.destroyForcibly();
            }
            assertThat(folder.resolve("log.jsonl")).content().contains("\"type\":\"end\"");
            assertThat(folder.resolve("events.txt")).content().contains("ResourceCreated");
        }
    }

    private static String last(Path told) {
        try {
            var text = Files.readString(told);
            return text.substring(Math.max(0, text.length() - 2_000));
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    @Test
    void no_path_of_the_api_is_without_an_example() throws IOException {
        var described =
                new JsonMapper()
                        .readTree(Files.readString(Repository.file("docs/openapi.json")))
                        .path("paths");
        var missing = new TreeSet<String>();
        described
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyNames()
                                        .forEach(
                                                method ->
                                                        missing.add(method + " " + path.getKey())));
        assertThat(missing).hasSizeGreaterThan(70);
        for (var line : script().split("\n(?=\\S)")) {
            PATH.matcher(line)
                    .results()
                    .forEach(
                            used ->
                                    missing.removeIf(
                                            operation ->
                                                    operation.matches(
                                                            method(line)
                                                                    + " "
                                                                    + asTemplate(used.group(1)))));
        }
        assertThat(missing).as("operations that docs/api-examples.md does not show").isEmpty();
    }

    private static String method(String line) {
        var named = Pattern.compile("-X ([A-Z]+)").matcher(line);
        if (named.find()) {
            return named.group(1).toLowerCase(java.util.Locale.ROOT);
        }
        return line.contains(" -d ") ? "post" : "get";
    }

    /** What stands for a value in a path of the description has braces there. */
    private static String asTemplate(String path) {
        return path.replaceAll(
                "\\$[A-Z]+|(?<=/nodes/|/projections/|/volumes/)[a-z0-9-]+", "\\\\{\\\\w+\\\\}");
    }
}
