package dev.aiwm.support.sample;

import dev.aiwm.support.serialization.EventFamily;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A small program on this module, as the two sides are. */
@Configuration
@EnableAutoConfiguration
@Import(Counter.class)
public class CounterApplication {

    @Bean
    EventFamily counterEvents() {
        return new EventFamily(CounterEvent.class);
    }

    /** Starts on the embedded store below a folder. */
    public static ConfigurableApplicationContext start(Path data, String... properties) {
        return start(new Class<?>[] {}, data, properties);
    }

    public static ConfigurableApplicationContext start(
            Class<?>[] more, Path data, String... properties) {
        Class<?>[] sources =
                Stream.concat(Stream.of(CounterApplication.class), Arrays.stream(more))
                        .toArray(Class<?>[]::new);
        return new SpringApplicationBuilder(sources)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("aiwm.data=" + data, "logging.level.root=WARN")
                .properties(properties)
                .run();
    }
}
