package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients of all three kinds race for the eight whole GPUs of one node. */
class GpuRaceTest {
    private static final int CLIENTS = Integer.getInteger("aiwm.race.clients", 64);
    private static final int GPUS = 8;

    @TempDir Path folder;

    @Test
    void exactly_as_many_win_as_there_are_gpus_and_the_rest_learn_who_holds_it()
            throws InterruptedException, ExecutionException {
        try (var product = Product.start(folder.resolve("data"))) {
            var api = product.api();
            api.awaitField("/api/nodes/local-sim", "/status", "online");
            var answers = race(api);
            var winners = answers.stream().filter(answer -> answer.status() == 201).toList();
            var losers = answers.stream().filter(answer -> answer.status() != 201).toList();

            assertThat(winners).hasSize(GPUS);
            assertThat(losers)
                    .hasSize(CLIENTS - GPUS)
                    .allSatisfy(
                            loser -> {
                                assertThat(loser.status()).as(loser.text()).isEqualTo(409);
                                assertThat(loser.at("/code")).isEqualTo("GPU_TAKEN");
                                assertThat(winners.stream().map(winner -> winner.at("/_id")))
                                        .anyMatch(holder -> loser.text().contains(holder));
                            });
            for (var winner : winners) {
                api.awaitStatus(winner.at("/_id"), "running");
            }
            api.awaitHolders("local-sim", GPUS);
        }
    }

    private static List<Answer> race(Api api) throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            var clients = new ArrayList<Callable<Answer>>();
            for (int i = 0; i < CLIENTS; i++) {
                var request = Examples.withGpu(i, "racer-" + i, "GPU-" + (i % GPUS));
                clients.add(
                        () ->
                                api.post(
                                        "/api/resources",
                                        request.replaceFirst(
                                                "\\{", "{\"nodeId\": \"local-sim\", ")));
            }
            var answers = new ArrayList<Answer>();
            for (Future<Answer> answer : pool.invokeAll(clients)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
