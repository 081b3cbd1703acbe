package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.WaitContainerCondition;
import com.github.dockerjava.api.model.WaitResponse;

import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Pausing;
import dev.aiwm.nodeagent.driver.StopOutcome;
import dev.aiwm.nodeagent.driver.StopRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Starts, ends and removes containers; each of it may be repeated. */
final class Lifecycle {
    /** It does not end, not even by force. */
    static final String STILL_RUNNING = "STILL_RUNNING";

    private static final String USUAL_SIGNAL = "SIGTERM";
    private static final StopRequest LAST_STOP = StopRequest.gracefully(Duration.ofSeconds(10));
    private static final Duration FORCE = Duration.ofSeconds(30);

    private final Engine engine;
    private final Containers containers;
    private final Endings endings;

    Lifecycle(Engine engine, Containers containers, Endings endings) {
        this.engine = engine;
        this.containers = containers;
        this.endings = endings;
    }

    void start(InspectContainerResponse box) {
        endings.forget(box.getId());
        if (Sightings.isPaused(box)) {
            var unused = resume(box);
            return;
        }
        engine.tell(
                client -> {
                    try {
                        return client.startContainerCmd(box.getId()).exec();
                    } catch (NotModifiedException e) {
                        return null;
                    } catch (RuntimeException e) {
                        throw StartFaults.told(box, e, containers);
                    }
                });
    }

    /** Changes nothing about one that is paused already. */
    InspectContainerResponse pause(InspectContainerResponse box) {
        return freeze(box, true, client -> client.pauseContainerCmd(box.getId()).exec());
    }

    /** Changes nothing about one that is not paused. */
    InspectContainerResponse resume(InspectContainerResponse box) {
        return freeze(box, false, client -> client.unpauseContainerCmd(box.getId()).exec());
    }

    /** Somebody may be faster; the engine complains then in words of its version. */
    private InspectContainerResponse freeze(
            InspectContainerResponse box, boolean paused, Function<DockerClient, ?> call) {
        refuseUnlessRunning(box);
        if (Sightings.isPaused(box) == paused) {
            return box;
        }
        try {
            engine.tell(call);
            return box;
        } catch (DriverException e) {
            var now = containers.inspect(box.getId()).orElseThrow(() -> e);
            refuseUnlessRunning(now);
            if (Sightings.isPaused(now) != paused) {
                throw e;
            }
            return now;
        }
    }

    private static void refuseUnlessRunning(InspectContainerResponse box) {
        if (!Sightings.isRunning(box)) {
            throw DriverException.permanent(Pausing.NOT_RUNNING, "the container does not run");
        }
    }

    StopOutcome stop(InspectContainerResponse box, StopRequest request) {
        String id = box.getId();
        if (!Sightings.isTrue(box.getState().getRunning())) {
            return new StopOutcome(Sightings.exitCode(box), false);
        }
        endings.toldToEnd(id);
        if (Sightings.isTrue(box.getState().getRestarting())) {
            // nothing runs that a signal could reach; this ends the attempts
            attempt(id, client -> client.stopContainerCmd(id).withTimeout(0).exec());
            return new StopOutcome(exitCode(id), false);
        }
        if (!request.force()) {
            letGoOn(box);
            signal(id, signalOf(box));
            if (hasEnded(id, request.grace())) {
                return new StopOutcome(exitCode(id), false);
            }
        }
        signal(id, "SIGKILL");
        if (!hasEnded(id, FORCE)) {
            throw DriverException.retryable(STILL_RUNNING, "the container does not end by force");
        }
        return new StopOutcome(exitCode(id), true);
    }

    /** Asked to end first: it may have something to write to a volume that stays. */
    void endAndRemove(String id) {
        containers.inspect(id).filter(Sightings::isRunning).ifPresent(this::stopBeforeRemoval);
        remove(id);
    }

    private void stopBeforeRemoval(InspectContainerResponse box) {
        var unused = stop(box, LAST_STOP);
    }

    /** With the volumes that have no name: nobody could ever find them again. */
    void remove(String id) {
        attempt(
                id,
                client ->
                        client.removeContainerCmd(id)
                                .withForce(true)
                                .withRemoveVolumes(true)
                                .exec());
        if (containers.inspect(id).isPresent() && !isGone(id)) {
            throw DriverException.retryable(STILL_RUNNING, "the container is not removed yet");
        }
    }

    /** What is frozen hears no signal but the last; that it ends meanwhile is what is wanted. */
    private void letGoOn(InspectContainerResponse box) {
        try {
            var unused = resume(box);
        } catch (DriverException e) {
            if (!Pausing.NOT_RUNNING.equals(e.code())
                    && e.kind() != DriverException.Kind.NOT_FOUND) {
                throw e;
            }
        }
    }

    private void signal(String id, String name) {
        attempt(id, client -> client.killContainerCmd(id).withSignal(name).exec());
    }

    /** What is gone, has ended, or is being removed by somebody else needs nothing more. */
    private void attempt(String id, Function<DockerClient, ?> call) {
        engine.tell(
                client -> {
                    try {
                        return call.apply(client);
                    } catch (NotFoundException | ConflictException | NotModifiedException e) {
                        return id;
                    }
                });
    }

    private boolean hasEnded(String id, Duration limit) {
        return await(id, WaitContainerCondition.NOT_RUNNING, limit);
    }

    private boolean isGone(String id) {
        return await(id, WaitContainerCondition.REMOVED, FORCE);
    }

    private boolean await(String id, WaitContainerCondition condition, Duration limit) {
        try (var stream = engine.stream();
                var waiting =
                        stream.client()
                                .waitContainerCmd(id)
                                .withCondition(condition)
                                .exec(new Waiting())) {
            return waiting.awaitCompletion(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
    }

    private Integer exitCode(String id) {
        return containers.inspect(id).map(Sightings::exitCode).orElse(null);
    }

    /** The one that its image asks to be ended with. */
    private static String signalOf(InspectContainerResponse box) {
        return box.getConfig().getRawValues().get("StopSignal") instanceof String signal
                        && !signal.isBlank()
                ? signal
                : USUAL_SIGNAL;
    }

    private static final class Waiting extends ResultCallback.Adapter<WaitResponse> {
        /** Gone meanwhile, or the engine is: whoever looks next will see. */
        @Override
        public void onError(Throwable fault) {
            onComplete();
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
