package dev.aiwm.command.saga;

import dev.aiwm.command.dispatch.Commands;
import dev.aiwm.command.placement.PlacementSettings;
import dev.aiwm.command.plan.ExecutionSettings;
import dev.aiwm.command.resource.DivergenceSettings;
import dev.aiwm.command.state.States;
import dev.aiwm.support.projection.ProjectionKit;
import dev.aiwm.support.projection.Projections;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

import java.nio.file.Path;
import java.time.Clock;

/**
 * What decides and what carries out, on the embedded store, without its edges. It is no component,
 * so that the whole of command-side does not find it when it looks for its own.
 */
@EnableAutoConfiguration
@EnableConfigurationProperties({
    DivergenceSettings.class,
    ExecutionSettings.class,
    PlacementSettings.class
})
@ComponentScan(
        basePackageClasses = {
            Commands.class,
            ExecutionSettings.class,
            PlacementSettings.class,
            States.class
        },
        basePackages = {
            "dev.aiwm.command.node",
            "dev.aiwm.command.resource",
            "dev.aiwm.command.execution",
            "dev.aiwm.command.saga"
        })
class Program {

    @Bean
    Projections commandProjections(ProjectionKit kit) {
        return kit.of("command");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    static ConfigurableApplicationContext start(Path data, String... properties) {
        return new SpringApplicationBuilder(Program.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties(
                        "aiwm.data=" + data,
                        "logging.level.root=WARN",
                        "aiwm.execution.retry-delay=10ms")
                .properties(properties)
                .run();
    }
}
