package dev.aiwm.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricNamesTest {

    @ParameterizedTest
    @CsvSource({
        "commandBus.allTimer, axon.command_bus.all_timer",
        "eventProcessor.latency.EventStore, axon.event_processor.latency.event_store",
        "http.server.requests, http.server.requests",
        "aiwm.nodes, aiwm.nodes"
    })
    void camel_case_becomes_snake_case_under_axon(String name, String expected) {
        var id = new Meter.Id(name, Tags.empty(), null, null, Meter.Type.COUNTER);

        assertThat(new MetricNames().map(id).getName()).isEqualTo(expected);
    }
}
