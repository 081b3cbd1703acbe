package dev.aiwm.nodeagent;

import dev.aiwm.contracts.protocol.NodeFault;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.EngineStats;
import dev.aiwm.nodeagent.driver.ResourceDriver;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks engines for their figures. One that hangs delays nobody for long and is not asked again
 * until it has answered, so that no threads pile up behind it.
 */
final class AskedEngines {
    private static final Logger log = LoggerFactory.getLogger(AskedEngines.class);

    private final Duration patience;
    private final Map<String, CompletableFuture<EngineStats>> asked = new ConcurrentHashMap<>();

    AskedEngines(Duration patience) {
        this.patience = patience;
    }

    /** Empty when there is no answer; then {@code faults} has one more. */
    Optional<EngineStats> ask(ResourceDriver driver, List<NodeFault> faults) {
        var pending = asked.get(driver.name());
        if (pending != null && !pending.isDone()) {
            return without(driver, "it still does not answer", faults);
        }
        var answer = new CompletableFuture<EngineStats>();
        asked.put(driver.name(), answer);
        var thread = new Thread(() -> answer(driver, answer), "figures-" + driver.name());
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return without(driver, "it does not answer", faults);
        } catch (ExecutionException e) {
            return without(driver, e.getCause().getMessage(), faults);
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
    }

    private static void answer(ResourceDriver driver, CompletableFuture<EngineStats> answer) {
        try {
            answer.complete(driver.stats());
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private static Optional<EngineStats> without(
            ResourceDriver driver, String why, List<NodeFault> faults) {
        log.warn("no figures driver={}: {}", driver.name(), why);
        faults.add(new NodeFault(driver.name(), String.valueOf(why)));
        return Optional.empty();
    }
}
