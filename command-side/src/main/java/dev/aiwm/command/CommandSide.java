package dev.aiwm.command;

import dev.aiwm.support.projection.ProjectionKit;
import dev.aiwm.support.projection.Projections;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/**
 * Everything that decides: import this to have it in a process. A program among the classes, as
 * tests have them, is no part of another.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ANNOTATION,
                        classes = EnableAutoConfiguration.class))
@ConfigurationPropertiesScan
public class CommandSide {
    /** Which database is this side's. */
    public static final String NAME = "command";

    /** The indexes of this side; a projection is added by whoever reads it. */
    @Bean
    Projections commandProjections(ProjectionKit kit) {
        return kit.of(NAME);
    }
}
