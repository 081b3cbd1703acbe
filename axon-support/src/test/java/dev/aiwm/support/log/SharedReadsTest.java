package dev.aiwm.support.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SharedReadsTest {
    @TempDir Path data;

    @Test
    void what_is_full_is_read_once_and_what_is_not_may_become_more() {
        try (var program = CounterApplication.start(data)) {
            var commands = program.getBean(CommandGateway.class);
            var reads = new SharedReads(program.getBean(JdbcLogEngine.class));
            for (int i = 0; i < 5; i++) {
                commands.sendAndWait(new OpenCounter("c" + i, "group"));
            }

            var first = reads.read(0, 3);
            assertThat(reads.read(0, 3)).isSameAs(first);
            var second = reads.read(first.last(), 3);
            assertThat(second.messages()).hasSize(2);
            commands.sendAndWait(new OpenCounter("c5", "group"));
            assertThat(reads.read(first.last(), 3).messages()).hasSize(3);
        }
    }
}
