package dev.aiwm.support.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.util.Map;

class DefaultsTest {
    private static final String LIBRARY = "logging.level.org.axonframework";

    @Test
    void libraries_only_warn_until_the_log_is_turned_up() {
        assertThat(with(Map.of()).getProperty(LIBRARY)).isEqualTo("WARN");
        assertThat(with(Map.of("LOGGING_LEVEL_ROOT", "debug")).getProperty(LIBRARY)).isNull();
        assertThat(with(Map.of("LOGGING_LEVEL_ORG_AXONFRAMEWORK", "info")).getProperty(LIBRARY))
                .isEqualTo("info");
    }

    private static StandardEnvironment with(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test", variables));
        new Defaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
