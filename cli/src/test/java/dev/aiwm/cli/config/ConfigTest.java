package dev.aiwm.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.cli.session.Trouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

class ConfigTest {
    @TempDir Path folder;

    private Map<String, String> environment() {
        return Map.of("XDG_CONFIG_HOME", folder.toString());
    }

    @Test
    void what_is_written_is_read_again_and_nobody_else_reads_it() throws IOException {
        var config = Config.read(environment());
        config.put(new Context("prod", "https://a.example", "me", "secret-token"));
        config.put(new Context("test", "http://b.example", null, null));
        config.use("prod");
        config.write();

        var again = Config.read(environment());
        assertThat(again.current()).isEqualTo("prod");
        assertThat(again.contexts())
                .containsExactly(
                        new Context("prod", "https://a.example", "me", "secret-token"),
                        new Context("test", "http://b.example", null, null));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(again.file())))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("aiwm")).isDirectoryContaining("glob:**config.json");
        assertThat(again.contexts().get(0).toString()).doesNotContain("secret-token");
    }

    @Test
    void the_file_is_where_the_environment_says() {
        var under = Path.of(".config", "aiwm", "config.json");
        var home = new HashMap<>(Map.of("HOME", "/home/a"));
        assertThat(Config.fileOf(home)).isEqualTo(Path.of("/home/a").resolve(under));
        home.put("XDG_CONFIG_HOME", "/etc/b");
        assertThat(Config.fileOf(home)).isEqualTo(Path.of("/etc/b/aiwm/config.json"));
        home.put("AIWM_CONFIG", "/c.json");
        assertThat(Config.fileOf(home)).isEqualTo(Path.of("/c.json"));
        var ofTheSystem = Path.of(System.getProperty("user.home")).resolve(under);
        assertThat(Config.fileOf(Map.of())).isEqualTo(ofTheSystem);
        assertThat(Config.fileOf(Map.of("HOME", ""))).isEqualTo(ofTheSystem);
    }

    @Test
    void a_context_in_use_that_is_removed_is_in_use_no_longer() {
        var config = Config.read(environment());
        config.put(new Context("prod", "https://a.example", "me", "t"));
        config.use("prod");
        config.remove("prod");
        assertThat(config.current()).isNull();
        assertThat(config.contexts()).isEmpty();
    }

    @Test
    void a_file_that_is_not_ours_is_not_overwritten() throws IOException {
        Files.createDirectories(folder.resolve("aiwm"));
        Files.writeString(folder.resolve("aiwm/config.json"), "[broken");
        assertThatThrownBy(() -> Config.read(environment()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("config.json");
    }
}
