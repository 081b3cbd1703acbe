package dev.aiwm.support.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class SecretFilesTest {
    @TempDir Path folder;

    @Test
    void each_secret_may_lie_in_a_file() throws IOException {
        Map<String, Object> variables = new HashMap<>();
        for (String name : SecretFiles.SECRETS.keySet()) {
            variables.put(name + "_FILE", file("the content for " + name + "\n"));
        }
        StandardEnvironment environment = environment(variables);
        SecretFiles.SECRETS.forEach(
                (name, property) ->
                        assertThat(environment.getProperty(property))
                                .isEqualTo("the content for " + name));
    }

    @Test
    void without_files_nothing_is_set() {
        StandardEnvironment environment = environment(Map.of("JWT_SECRET", "plain"));
        assertThat(environment.containsProperty("aiwm.jwt-secret")).isFalse();
    }

    @Test
    void a_secret_given_twice_is_refused_without_being_told() throws IOException {
        var twice = Map.<String, Object>of("JWT_SECRET", "one", "JWT_SECRET_FILE", file("other"));
        assertThatThrownBy(() -> environment(twice))
                .hasMessageContaining("JWT_SECRET and JWT_SECRET_FILE")
                .hasMessageNotContainingAny("one,", "other");
    }

    @Test
    void a_file_that_is_absent_or_empty_stops_the_start_by_name() throws IOException {
        var absent = Map.<String, Object>of("MONGODB_URI_FILE", folder.resolve("no").toString());
        assertThatThrownBy(() -> environment(absent)).hasMessageContaining("MONGODB_URI_FILE");
        var empty = Map.<String, Object>of("AIWM_JDBC_PASSWORD_FILE", file("\n"));
        assertThatThrownBy(() -> environment(empty))
                .hasMessageContaining("AIWM_JDBC_PASSWORD_FILE")
                .hasMessageContaining("is empty");
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ""), content).toString();
    }

    private static StandardEnvironment environment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                variables));
        new SecretFiles().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
