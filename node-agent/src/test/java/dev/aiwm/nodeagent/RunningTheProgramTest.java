package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The agent as a process of its own, as it is started on a node. */
class RunningTheProgramTest {
    /** Nobody listens there, so that the agent dials for ever. */
    private static final Map<String, String> LONELY =
            Map.of(
                    "CONTROLLER_URL", "ws://127.0.0.1:1",
                    "NODE_ID", "lonely",
                    "NODE_TOKEN", "a-token-that-is-not-to-be-seen",
                    "AIWM_NODE", "simulated");

    @TempDir Path folder;

    private Process start(Map<String, String> environment) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                List.of(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeAgentMain.class.getName());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        List.of("CONTROLLER_URL", "NODE_ID", "NODE_TOKEN", "LOG_LEVEL", "AIWM_NODE")
                .forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        builder.environment().put("AIWM_DATA", folder.toString());
        return builder.start();
    }

    private static BufferedReader said(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void without_settings_it_names_each_that_is_missing_and_ends() throws Exception {
        var process = start(Map.of());

        var lines = said(process).lines().toList();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("CONTROLLER_URL is missing: "))
                .anyMatch(line -> line.startsWith("NODE_TOKEN is missing: "))
                .anyMatch(line -> line.startsWith("NODE_ID is missing: "))
                .hasSize(3);
    }

    @Test
    void its_log_is_as_talkative_as_it_is_told_and_never_tells_the_token() throws Exception {
        assertThat(firstLineWith("dials", "info")).contains("INFO").doesNotContain("a-token");
        assertThat(firstLineWith("no journal yet", "debug")).contains("DEBUG");
    }

    private String firstLineWith(String text, String level) throws IOException {
        var environment = new HashMap<>(LONELY);
        environment.put("LOG_LEVEL", level);
        environment.put("NODE_ID", "lonely-" + level);
        var process = start(environment);
        try (var lines = said(process)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(text)) {
                    return line;
                }
            }
            throw new AssertionError("the program ended without saying " + text);
        } finally {
            process.destroyForcibly();
        }
    }
}
