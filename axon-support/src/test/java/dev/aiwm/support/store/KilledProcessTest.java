package dev.aiwm.support.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.sample.ChildProcess;
import dev.aiwm.support.sample.CounterApplication;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("aiwm.test.kills", 2);
    private static final int COMMANDS = 100;

    @TempDir Path data;

    @Test
    void no_acknowledged_command_is_lost_when_the_process_is_killed() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            Map<String, Integer> acknowledged = sendAndKill("kill" + kill, COMMANDS * kill);
            assertThat(acknowledged).hasSize(CommandSender.THREADS);
            try (var program = CounterApplication.start(data)) {
                var log = program.getBean(EventLog.class);
                acknowledged.forEach(
                        (counter, value) ->
                                assertThat(log.readAggregate(counter))
                                        .as(counter)
                                        .hasSizeBetween(value + 1, value + 2));
            }
        }
    }

    private Map<String, Integer> sendAndKill(String prefix, int commands) throws Exception {
        Map<String, Integer> acknowledged = new TreeMap<>();
        try (var sender = ChildProcess.start(CommandSender.class, data.toString(), prefix)) {
            for (int i = 0; i < commands; i++) {
                note(sender.line(), acknowledged);
            }
            sender.kill();
            for (String line = sender.line(); line != null; line = sender.line()) {
                note(line, acknowledged);
            }
        }
        return acknowledged;
    }

    private static void note(String line, Map<String, Integer> acknowledged) {
        String[] words = line.split(" ");
        acknowledged.put(words[0], Integer.parseInt(words[1]));
    }
}
