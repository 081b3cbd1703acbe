package dev.aiwm.query;

import dev.aiwm.support.projection.ProjectionKit;
import dev.aiwm.support.projection.Projections;
import dev.aiwm.support.store.Outages;
import dev.aiwm.web.problem.RejectionSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything that remembers: read models and what is asked of them. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QuerySide {
    /** Which database is this side's, and the telemetry's. */
    public static final String NAME = "query";

    @Bean
    Projections queryProjections(ProjectionKit kit) {
        return kit.of(NAME);
    }

    @Bean
    RejectionSource outagesBehindReads() {
        return Outages::in;
    }
}
