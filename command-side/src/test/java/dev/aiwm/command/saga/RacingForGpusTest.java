package dev.aiwm.command.saga;

import static dev.aiwm.command.sample.Samples.NODE;
import static dev.aiwm.command.sample.Samples.gpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.command.placement.Placement;
import dev.aiwm.command.placement.PlacementRequest;
import dev.aiwm.command.sample.Samples;
import dev.aiwm.contracts.NodeId;
import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.node.ledger.CapacityDemand;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class RacingForGpusTest extends OperationSpecification {
    private static final int CLIENTS = 64;
    private static final int GPUS = 4;

    @Test
    void as_many_win_as_there_are_gpus_and_the_rest_learn_who_holds_them() throws Exception {
        var gate = new CountDownLatch(1);
        var clients = Executors.newFixedThreadPool(CLIENTS);
        var attempts = new ArrayList<Callable<Object>>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            attempts.add(() -> claim(number, gate));
        }
        var answers = new ArrayList<Object>();
        var futures = attempts.stream().map(clients::submit).toList();
        gate.countDown();
        for (var future : futures) {
            answers.add(future.get(60, TimeUnit.SECONDS));
        }
        clients.shutdownNow();
        var won = new HashSet<String>();
        for (var answer : answers) {
            if (answer instanceof List<?> ids) {
                ids.forEach(id -> assertThat(won.add((String) id)).isTrue());
            } else {
                var refused = (Rejection) answer;
                assertThat(refused.code())
                        .isIn(
                                RejectionCode.GPU_EXHAUSTED,
                                RejectionCode.GPU_TAKEN,
                                RejectionCode.NO_NODE_FITS);
                assertThat(refused.details()).containsKey("holder");
            }
        }
        assertThat(won).hasSize(GPUS);
    }

    /** Some name the node, some the GPU, some neither. */
    private Object claim(int number, CountDownLatch gate) throws InterruptedException {
        NodeId named = number % 3 == 0 ? null : NODE;
        CapacityDemand demand = number % 3 == 1 ? gpus(0, "GPU-" + number % GPUS) : gpus(1);
        gate.await();
        try {
            return program.getBean(Placement.class)
                    .place(
                            new PlacementRequest(
                                    Samples.resource(number),
                                    "vm-" + number,
                                    "o1",
                                    demand,
                                    named,
                                    false,
                                    Map.of(),
                                    null))
                    .claims()
                    .gpuIds();
        } catch (Rejection e) {
            return e;
        }
    }
}
