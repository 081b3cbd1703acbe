package dev.aiwm.support.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveAndReject;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class CommandsTest {
    @TempDir static Path data;
    private static ConfigurableApplicationContext program;

    static class Caller {
        @Bean
        MetadataInterceptor metadata() {
            return new MetadataInterceptor(
                    () -> Map.of(MetadataKeys.ACTOR, "ann", MetadataKeys.ORIGIN, "user"));
        }
    }

    @BeforeAll
    static void start() {
        program = CounterApplication.start(new Class<?>[] {Caller.class}, data);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void a_rejection_arrives_with_its_code() {
        commands().sendAndWait(new OpenCounter("a", ""));

        Throwable failure =
                catchThrowable(() -> commands().sendAndWait(new MoveCounter("a", 2_000_000)));

        assertThat(failure).isInstanceOf(CommandExecutionException.class);
        assertThat(Rejections.in(failure).map(Rejection::code))
                .contains(RejectionCode.CPU_EXHAUSTED);
    }

    @Test
    void a_rejected_command_leaves_the_aggregate_in_the_cache() {
        commands().sendAndWait(new OpenCounter("b", ""));
        assertThatThrownBy(() -> commands().sendAndWait(new MoveCounter("b", 2_000_000)));

        assertThat(program.getBean(Cache.class).containsKey("b")).isTrue();
    }

    @Test
    void what_was_applied_before_a_rejection_is_forgotten() {
        commands().sendAndWait(new OpenCounter("c", ""));
        commands().sendAndWait(new MoveCounter("c", 5));

        Throwable failure =
                catchThrowable(() -> commands().sendAndWait(new MoveAndReject("c", 100)));

        assertThat(Rejections.in(failure)).isPresent();
        assertThat(program.getBean(Cache.class).containsKey("c")).isFalse();
        assertThat(commands().<Integer>sendAndWait(new MoveCounter("c", 1))).isEqualTo(6);
    }

    @Test
    void an_aggregate_that_does_not_exist_is_not_found() {
        Throwable failure =
                catchThrowable(() -> commands().sendAndWait(new MoveCounter("nobody", 1)));
        assertThat(Rejections.in(failure).map(Rejection::code)).contains(RejectionCode.NOT_FOUND);
    }

    @Test
    void an_id_that_is_taken_is_a_rejection_too() {
        commands().sendAndWait(new OpenCounter("d", ""));
        Throwable failure = catchThrowable(() -> commands().sendAndWait(new OpenCounter("d", "")));
        assertThat(Rejections.in(failure).map(Rejection::code))
                .contains(RejectionCode.ALREADY_EXISTS);
        assertThat(commands().<Integer>sendAndWait(new MoveCounter("d", 3))).isEqualTo(3);
    }

    @Test
    void an_event_says_who_asked_and_which_command_caused_it() {
        commands()
                .sendAndWait(
                        new GenericCommandMessage<>(
                                new OpenCounter("e", ""),
                                Map.of(
                                        MetadataKeys.CORRELATION_ID, "r1",
                                        MetadataKeys.ACTOR, "bob")));
        List<LoggedEvent> events = program.getBean(EventLog.class).readAggregate("e");

        assertThat(events.get(0).metadata())
                .containsEntry(MetadataKeys.ACTOR, "bob")
                .containsEntry(MetadataKeys.ORIGIN, "user")
                .containsEntry(MetadataKeys.CORRELATION_ID, "r1")
                .containsKey(MetadataKeys.CAUSATION_ID)
                .doesNotContainKey("traceId");
    }

    @Test
    void an_event_says_what_caused_its_command() {
        commands()
                .sendAndWait(
                        new GenericCommandMessage<>(
                                new OpenCounter("f", ""),
                                Map.of(MetadataKeys.CAUSATION_ID, "report-1")));
        var metadata = program.getBean(EventLog.class).readAggregate("f").get(0).metadata();

        assertThat(metadata).containsEntry(MetadataKeys.COMMAND_CAUSE, "report-1");
        assertThat(metadata.get(MetadataKeys.CAUSATION_ID)).isNotEqualTo("report-1");
    }

    private static CommandGateway commands() {
        return program.getBean(CommandGateway.class);
    }
}
