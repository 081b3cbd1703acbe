package dev.aiwm.support.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;
import dev.aiwm.support.serialization.UnknownEventTypeException;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

class UnreadableLogTest {
    @TempDir Path data;

    static class Upcasters {
        @Bean
        EventUpcaster movedWasOnceStepped() {
            return new SteppedIsMoved();
        }
    }

    static final class SteppedIsMoved extends SingleEventUpcaster {
        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals("CounterStepped");
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType("CounterMoved", "1"), byte[].class, json -> json);
        }
    }

    @Test
    void an_unknown_event_type_fails_every_reader_of_the_log() throws Exception {
        writeAnEventOfAnotherName();
        try (var program = CounterApplication.start(data)) {
            var log = program.getBean(EventLog.class);
            assertThatThrownBy(() -> log.read(Position.START, 10))
                    .isInstanceOf(UnknownEventTypeException.class);
            assertThatThrownBy(
                            () ->
                                    program.getBean(CommandGateway.class)
                                            .sendAndWait(new MoveCounter("one", 1)))
                    .hasStackTraceContaining("CounterStepped");
            BlockingStream<?> stream = program.getBean(EventStore.class).openStream(null);
            assertThatThrownBy(() -> stream.hasNextAvailable(5, TimeUnit.SECONDS))
                    .isInstanceOf(UnknownEventTypeException.class);
            stream.close();
        }
    }

    @Test
    void an_upcaster_that_is_a_bean_makes_it_readable() {
        writeAnEventOfAnotherName();
        try (var program = CounterApplication.start(new Class<?>[] {Upcasters.class}, data)) {
            var log = program.getBean(EventLog.class);
            assertThat(log.read(Position.START, 10)).hasSize(2);
            assertThat(log.readStored(Position.START, 10).get(1).payloadType())
                    .as("as it is stored, whatever upcasters say")
                    .isEqualTo("CounterStepped");
            int value =
                    program.getBean(CommandGateway.class).sendAndWait(new MoveCounter("one", 1));
            assertThat(value).isEqualTo(6);
        }
    }

    private void writeAnEventOfAnotherName() {
        try (var program = CounterApplication.start(data)) {
            var commands = program.getBean(CommandGateway.class);
            commands.sendAndWait(new OpenCounter("one", ""));
            commands.sendAndWait(new MoveCounter("one", 5));
            program.getBean(JdbcTemplate.class)
                    .update(
                            "update event_log set payload_type = 'CounterStepped'"
                                    + " where log_position = 2");
        }
    }
}
