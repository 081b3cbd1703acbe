package dev.aiwm.support.boot;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Secrets that lie in files, as container engines hand them out: {@code JWT_SECRET_FILE} names the
 * file that holds what {@code JWT_SECRET} would say, and so on. The environment of a process is
 * seen by more eyes than a file.
 */
final class SecretFiles implements EnvironmentPostProcessor, Ordered {
    private static final String SUFFIX = "_FILE";

    /** Each secret as users name it, and the property it stands for. */
    static final Map<String, String> SECRETS =
            Map.of(
                    "JWT_SECRET", "aiwm.jwt-secret",
                    "AIWM_ADMIN_PASSWORD", "aiwm.admin-password",
                    "AIWM_PROOF_KEY", "aiwm.proof-key",
                    "AIWM_JDBC_PASSWORD", "aiwm.jdbc.password",
                    "MONGODB_URI", "spring.mongodb.uri");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> found = new HashMap<>();
        SECRETS.forEach(
                (name, property) -> {
                    String file = environment.getProperty(name + SUFFIX, "");
                    if (!file.isBlank()) {
                        requireAbsent(environment, name);
                        found.put(property, read(name + SUFFIX, file));
                    }
                });
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("aiwm secret files", found));
    }

    private static void requireAbsent(ConfigurableEnvironment environment, String name) {
        if (!environment.getProperty(name, "").isBlank()) {
            throw new IllegalStateException(
                    name + " and " + name + SUFFIX + " are both set; one of them must go");
        }
    }

    private static String read(String name, String file) {
        try {
            String content = Files.readString(Path.of(file)).strip();
            if (content.isEmpty()) {
                throw new IllegalStateException(name + ": " + file + " is empty");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot read " + file, e);
        }
    }

    /** Before anything reads a setting, and so before {@link Defaults}. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
