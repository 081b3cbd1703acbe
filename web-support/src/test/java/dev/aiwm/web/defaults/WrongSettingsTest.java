package dev.aiwm.web.defaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.web.EdgeSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.unit.DataSize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is said of settings with which nothing can start. */
class WrongSettingsTest {
    @TempDir Path folder;

    @Test
    void a_format_of_logs_that_is_not_known_is_refused() {
        assertThatThrownBy(() -> withLogs("xml"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("AIWM_LOG_FORMAT");
        assertThat(withLogs("JSON").getProperty("logging.structured.format.console"))
                .isEqualTo("ecs");
        assertThat(withLogs("").getProperty("logging.structured.format.console")).isNull();
    }

    private static StandardEnvironment withLogs(String format) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("AIWM_LOG_FORMAT", format)));
        new EdgeDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @Test
    void a_file_where_a_folder_is_needed_is_named_with_the_reason() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        assertThat(said(() -> Files.createDirectories(file)))
                .isEqualTo(file + " cannot be used: it is no folder");
        assertThat(said(() -> Files.readString(folder.resolve("nothing"))))
                .isEqualTo(folder.resolve("nothing") + " cannot be used: it is not there");
    }

    @Test
    void a_database_that_does_not_answer_is_told_with_the_settings_that_name_it() {
        var failure =
                new IllegalStateException(
                        "no pool", new SQLException("Connection to 127.0.0.1:1 refused."));

        var said = new UnusableDatabase().analyze(failure);

        assertThat(said.getDescription()).endsWith("Connection to 127.0.0.1:1 refused.");
        assertThat(said.getAction()).contains("AIWM_JDBC_URL");
    }

    @Test
    void a_page_that_no_browser_would_name_so_is_refused() {
        for (var odd : List.of("pages.example", "https://pages.example/", "https://a b")) {
            assertThatThrownBy(() -> allowing(odd))
                    .hasMessageContaining("allowed-origins")
                    .hasMessageContaining(odd);
        }
        assertThat(allowing(" https://pages.example:8443 ").allowedOrigins())
                .containsExactly("https://pages.example:8443");
        assertThat(allowing("*").allowedOrigins()).containsExactly("*");
    }

    private static EdgeSettings allowing(String origin) {
        var second = Duration.ofSeconds(1);
        return new EdgeSettings(DataSize.ofKilobytes(1), second, second, false, List.of(origin));
    }

    @FunctionalInterface
    private interface Use {
        Object of() throws IOException;
    }

    private static String said(Use use) {
        try {
            return "it could be used: " + use.of();
        } catch (FileSystemException e) {
            return new UnusableFile().analyze(new UncheckedIOException(e)).getDescription();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
