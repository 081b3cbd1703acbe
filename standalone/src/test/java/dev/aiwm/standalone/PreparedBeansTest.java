package dev.aiwm.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import java.util.Map;

class PreparedBeansTest {
    @Test
    void fit_a_start_that_says_nothing() {
        assertThat(PreparedBeans.fit(environment(Map.of()))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PORT=80",
                "AIWM_DATA=/srv/aiwm",
                "AIWM_NODE=docker",
                "AIWM_STORE=embedded",
                "AIWM_MASTER_KEY=secret",
                "SERVER_ADDRESS=127.0.0.1",
                "MONGODB_URI="
            })
    void fit_a_start_whose_settings_choose_no_bean(String setting) {
        assertThat(PreparedBeans.fit(environmentWith(setting))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AIWM_STORE=jdbc",
                "AIWM_STORE=axonserver",
                "SPRING_MONGODB_URI=mongodb://elsewhere",
                "SPRING_PROFILES_ACTIVE=mine",
                "SPRING_AUTOCONFIGURE_EXCLUDE=some.Configuration",
                "MANAGEMENT_SERVER_PORT=9000",
                "SERVER_FORWARD_HEADERS_STRATEGY=framework",
                "SPRINGDOC_API_DOCS_ENABLED=false",
                "AXON_AXONSERVER_SERVERS=elsewhere"
            })
    void do_not_fit_a_start_whose_settings_may_choose_others(String setting) {
        assertThat(PreparedBeans.fit(environmentWith(setting))).isFalse();
    }

    @Test
    void do_not_fit_a_document_server_that_a_file_names() {
        var environment = environment(Map.of());
        environment
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "aiwm secret files",
                                Map.of("spring.mongodb.uri", "mongodb://elsewhere")));

        assertThat(PreparedBeans.fit(environment)).isFalse();
    }

    @Test
    void do_not_fit_a_configuration_file_that_may_choose_others() {
        var environment = environment(Map.of());
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "Config resource 'file [application.properties]'",
                                Map.of("management.endpoint.health.enabled", "true")));

        assertThat(PreparedBeans.fit(environment)).isFalse();
    }

    private static StandardEnvironment environmentWith(String setting) {
        int mark = setting.indexOf('=');
        return environment(Map.of(setting.substring(0, mark), setting.substring(mark + 1)));
    }

    /** A process's, with what the program sets for itself, on a machine that has nothing set. */
    private static StandardEnvironment environment(Map<String, Object> variables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        sources.replace(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        sources.addLast(
                new MapPropertySource(
                        "aiwm axon-support", Map.of("axon.update-check.disabled", "true")));
        sources.addLast(new MapPropertySource("defaultProperties", Main.defaults()));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
