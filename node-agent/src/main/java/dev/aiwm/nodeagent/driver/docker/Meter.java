package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Statistics;

import dev.aiwm.contracts.protocol.ContainerInfo;
import dev.aiwm.contracts.protocol.ResourceSample;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.EngineStats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Figures of containers, as the engine measures them: it takes two samples about a second apart.
 */
final class Meter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 32;
    private static final String RUNNING = "running";

    private final Engine engine;
    private final Containers containers;
    private final DiskUse disks;

    Meter(Engine engine, Containers containers, DiskUse disks) {
        this.engine = engine;
        this.containers = containers;
        this.disks = disks;
    }

    EngineStats measure() {
        var all = containers.everything();
        var running =
                containers.marked(
                        all.stream()
                                .filter(container -> RUNNING.equals(container.getState()))
                                .toList());
        var ids = running.stream().map(Containers.Found::id).toList();
        disks.forgetAllBut(ids);
        var survey = disks.survey(ids);
        var samples = new ArrayList<ResourceSample>();
        for (int from = 0; from < running.size(); from += AT_ONCE) {
            samples.addAll(
                    measure(
                            running.subList(from, Math.min(running.size(), from + AT_ONCE)),
                            survey));
        }
        return new EngineStats(
                null, List.of(), all.stream().map(this::info).toList(), samples, false);
    }

    EngineStats measure(InspectContainerResponse box) {
        var some =
                Sightings.isRunning(box)
                        ? List.of(
                                new Containers.Found(
                                        box.getId(), containers.markOn(box).orElseThrow()))
                        : List.<Containers.Found>of();
        var survey = disks.survey(some.stream().map(Containers.Found::id).toList());
        return new EngineStats(null, List.of(), List.of(), measure(some, survey), false);
    }

    @Override
    public void close() {
        disks.close();
    }

    private List<ResourceSample> measure(List<Containers.Found> some, DiskUse.Survey survey) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var samples = new ArrayList<ResourceSample>();
        try (var stream = engine.stream()) {
            var readings = some.stream().map(found -> begin(stream, found)).toList();
            var figures = readings.stream().map(reading -> reading.await(end)).toList();
            survey.await();
            for (int i = 0; i < some.size(); i++) {
                var mark = some.get(i).mark();
                var disk = disks.gigabytes(some.get(i).id());
                figures.get(i)
                        .map(told -> Figures.of(mark.resourceId(), told, disk))
                        .ifPresent(samples::add);
            }
            readings.forEach(Reading::close);
        }
        return samples;
    }

    private static Reading begin(Engine.Stream stream, Containers.Found found) {
        return stream.client().statsCmd(found.id()).withNoStream(true).exec(new Reading());
    }

    private ContainerInfo info(Container container) {
        var mark = containers.markOn(container);
        String[] names = container.getNames();
        return new ContainerInfo(
                container.getId(),
                names == null || names.length == 0
                        ? container.getId()
                        : names[0].replaceFirst("^/", ""),
                container.getImage(),
                state(container.getState()),
                mark.map(m -> m.resourceId().value()).orElse(null),
                mark.isPresent());
    }

    private static String state(String engines) {
        return switch (String.valueOf(engines)) {
            case "created", "exited" -> "stopped";
            case "dead" -> "failed";
            default -> engines;
        };
    }

    /** One answer on its way; none comes for a container that goes away meanwhile. */
    private static final class Reading extends ResultCallback.Adapter<Statistics> {
        private volatile Statistics figures;

        @Override
        public void onNext(Statistics some) {
            figures = some;
        }

        @Override
        public void onError(Throwable fault) {
            onComplete();
        }

        Optional<Statistics> await(long end) {
            try {
                boolean unused =
                        awaitCompletion(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                return Optional.ofNullable(figures);
            } catch (InterruptedException e) {
                throw DriverException.interrupted(e);
            }
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
