package dev.aiwm.support.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.aiwm.support.projection.CounterProjections.CounterState;
import dev.aiwm.support.projection.CounterProjections.Mood;
import dev.aiwm.support.sample.CounterApplication;
import dev.aiwm.support.sample.CounterCommand.MoveCounter;
import dev.aiwm.support.sample.CounterCommand.OpenCounter;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class ProjectingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir Path data;

    private ConfigurableApplicationContext start() {
        return CounterApplication.start(new Class<?>[] {CounterProjections.class}, data);
    }

    @SuppressWarnings("unchecked")
    private static ReadModel<CounterState> counters(ConfigurableApplicationContext program) {
        return program.getBean("counterModel", ReadModel.class);
    }

    private static void settle(ConfigurableApplicationContext program) {
        var projections = program.getBean(Projections.class);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (projections.status().stream().anyMatch(it -> it.lag() > 0)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void a_document_shows_what_the_events_add_up_to() {
        try (var program = start()) {
            var commands = program.getBean(CommandGateway.class);
            commands.sendAndWait(new OpenCounter("one", "first"));
            commands.sendAndWait(new MoveCounter("one", 3));
            commands.sendAndWait(new MoveCounter("one", 4));

            var found = counters(program).findAtLeast("one", 2, PATIENCE).orElseThrow();
            assertThat(found.state()).isEqualTo(new CounterState("one", "first", 7, Mood.CALM));
            assertThat(found.sequence()).isEqualTo(2);
        }
    }

    @Test
    void whoever_waits_until_it_has_caught_up_reads_what_was_there() {
        try (var program = start()) {
            var commands = program.getBean(CommandGateway.class);
            for (int i = 0; i < 20; i++) {
                commands.sendAndWait(new OpenCounter("c" + i, "group"));
                program.getBean(Projections.class).caughtUp(PATIENCE).join();
                assertThat(counters(program).find("c" + i)).isPresent();
            }
        }
    }

    @Test
    void lists_filter_and_sort_by_the_fields() {
        try (var program = start()) {
            var commands = program.getBean(CommandGateway.class);
            for (int i = 0; i < 5; i++) {
                commands.sendAndWait(new OpenCounter("c" + i, "group"));
                commands.sendAndWait(new MoveCounter("c" + i, 10 - i));
            }
            settle(program);

            assertThat(
                            counters(program)
                                    .find(Filters.gt("value", 6), Sorts.ascending("value"), 1, 2))
                    .extracting(Stored::id)
                    .containsExactly("c2", "c1");
            assertThat(counters(program).count(Filters.eq("label", "group"))).isEqualTo(5);
        }
    }

    @Test
    void an_index_has_what_was_put_and_not_removed_and_tells_of_it() throws Exception {
        try (var program = start()) {
            var index = program.getBean(IndexModel.class);
            var told = new CountDownLatch(1);
            index.onPut(
                    documents -> {
                        for (var document : documents) {
                            if (document.get("_id").equals("three")) {
                                told.countDown();
                            }
                        }
                    });
            var commands = program.getBean(CommandGateway.class);
            commands.sendAndWait(new OpenCounter("one", "group"));
            commands.sendAndWait(new OpenCounter("two", "lonely"));
            commands.sendAndWait(new MoveCounter("one", 0));
            commands.sendAndWait(new OpenCounter("three", "lonely"));
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();

            settle(program);
            assertThat(index.collection().find().map(it -> it.getString("_id")))
                    .containsExactlyInAnyOrder("two", "three");
        }
    }

    @Test
    void a_rebuild_gives_the_same_and_takes_over() throws Exception {
        try (var program = start()) {
            var commands = program.getBean(CommandGateway.class);
            for (int i = 0; i < 50; i++) {
                commands.sendAndWait(new OpenCounter("c" + i, "group"));
                commands.sendAndWait(new MoveCounter("c" + i, i));
            }
            settle(program);
            var projections = program.getBean(Projections.class);
            projections.rebuild("counters", "somebody");

            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (projections.status("counters").orElseThrow().generation() == 1
                    && System.nanoTime() < deadline) {
                assertThat(counters(program).find("c49").orElseThrow().state().value())
                        .isEqualTo(49);
            }
            var status = projections.status("counters").orElseThrow();
            assertThat(status.generation()).isEqualTo(2);
            assertThat(status.rebuild()).isNull();
            assertThat(status.error()).isNull();
            assertThat(counters(program).count(Filters.empty())).isEqualTo(50);
            assertThat(counters(program).find("c49").orElseThrow().state().value()).isEqualTo(49);
        }
    }
}
