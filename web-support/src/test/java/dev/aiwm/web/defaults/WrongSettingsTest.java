package dev.aiwm.web.defaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
