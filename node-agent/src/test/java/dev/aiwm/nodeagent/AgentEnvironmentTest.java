package dev.aiwm.nodeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class AgentEnvironmentTest {
    @TempDir Path folder;

    @Test
    void the_token_may_lie_in_a_file() throws IOException {
        var file = Files.writeString(folder.resolve("token"), "the-token\n").toString();
        assertThat(AgentSettings.fromEnvironment(with("NODE_TOKEN_FILE", file)).token())
                .isEqualTo("the-token");
    }

    @Test
    void a_token_file_that_is_absent_or_empty_is_named() throws IOException {
        var absent = with("NODE_TOKEN_FILE", folder.resolve("none").toString());
        assertThatThrownBy(() -> AgentSettings.fromEnvironment(absent))
                .hasMessageContaining("NODE_TOKEN_FILE")
                .hasMessageContaining("cannot read");
        var empty = with("NODE_TOKEN_FILE", Files.createFile(folder.resolve("empty")).toString());
        assertThatThrownBy(() -> AgentSettings.fromEnvironment(empty))
                .hasMessageContaining("is empty");
    }

    @Test
    void everything_that_is_missing_is_named_at_once() {
        assertThatThrownBy(() -> AgentSettings.fromEnvironment(Map.of()))
                .hasMessageContainingAll("CONTROLLER_URL", "NODE_TOKEN", "NODE_ID");
    }

    private static Map<String, String> with(String name, String value) {
        return Map.of("CONTROLLER_URL", "http://controller:3003", "NODE_ID", "n-1", name, value);
    }
}
