package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.AdoptableContainer;
import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.protocol.VolumeInfo;
import dev.aiwm.contracts.protocol.VolumeMade;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.nodeagent.driver.Adopting;
import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.EngineStats;
import dev.aiwm.nodeagent.driver.Executing;
import dev.aiwm.nodeagent.driver.Fingerprint;
import dev.aiwm.nodeagent.driver.ImagePulling;
import dev.aiwm.nodeagent.driver.LogReading;
import dev.aiwm.nodeagent.driver.LogRequest;
import dev.aiwm.nodeagent.driver.Pausing;
import dev.aiwm.nodeagent.driver.ProgramRequest;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.PullRequest;
import dev.aiwm.nodeagent.driver.PulledImage;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.StopOutcome;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.nodeagent.driver.Subscription;
import dev.aiwm.nodeagent.driver.VolumeKeeping;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Containers of a Docker engine. Ours are those whose labels name this node and a resource; a
 * container of a newer generation is made beside the older one, which goes when the new one is
 * there, so that at no moment there is none.
 */
public final class DockerDriver
        implements ResourceDriver,
                ImagePulling,
                LogReading,
                Executing,
                VolumeKeeping,
                Adopting,
                Pausing {
    /** The program ended as soon as it was started. */
    static final String CONTAINER_EXITED = "CONTAINER_EXITED";

    private final Engine engine;
    private final Containers containers;
    private final Pulls pulls;
    private final NewContainers newContainers;
    private final Lifecycle lifecycle;
    private final Sightings sightings;
    private final Gaze gaze;
    private final Meter meter;
    private final NamedVolumes volumes;
    private final Logs logs;
    private final Programs programs;
    private final Adoptions adoptions;
    private final HealthWatch health;
    private final EventFeed feed;

    public DockerDriver(DockerSettings settings) {
        this(settings, Clock.systemUTC(), EventFeed.BETWEEN_SCANS);
    }

    DockerDriver(DockerSettings settings, Clock clock, Duration betweenScans) {
        engine = new Engine(settings.socket(), Engine.PATIENCE);
        containers = new Containers(engine, settings.nodeId());
        pulls = new Pulls(engine);
        var endings = new Endings();
        lifecycle = new Lifecycle(engine, containers, endings);
        newContainers = new NewContainers(engine, containers, lifecycle, settings);
        health = new HealthWatch(clock, this::look);
        sightings = new Sightings(settings.nodeId(), settings.address(), endings, health, clock);
        gaze = new Gaze(containers, sightings, endings, health);
        meter = new Meter(engine, containers, new DiskUse(engine, clock));
        volumes = new NamedVolumes(engine, containers, settings.nodeId());
        logs = new Logs(engine, containers);
        programs = new Programs(engine, containers);
        adoptions = new Adoptions(engine, containers, volumes, settings);
        feed = new EventFeed(engine, settings.nodeId(), gaze, clock, betweenScans);
    }

    private void look(Mark mark) {
        feed.look(mark);
    }

    @Override
    public String name() {
        return "docker";
    }

    @Override
    public Set<String> engines() {
        return Set.of(Inventory.CONTAINERS);
    }

    @Override
    public Fingerprint fingerprint() {
        var version = engine.version().getVersion();
        return new Fingerprint(null, List.of(), "docker " + version, false, false);
    }

    @Override
    public PulledImage pull(PullRequest request, Progress progress) {
        return pulls.pull(request, progress);
    }

    @Override
    public void create(CreateRequest request, Progress progress) {
        var known = containers.of(request.resourceId());
        int newest = known.isEmpty() ? 0 : known.get(0).mark().generation();
        if (newest > request.generation()) {
            throw DriverException.permanent(
                    DriverException.STALE_GENERATION,
                    "generation %d exists, %d was to be made"
                            .formatted(newest, request.generation()));
        }
        if (known.isEmpty() || newest < request.generation()) {
            progress.at(0, "creating the container");
            newContainers.make(request);
        } else {
            newContainers.lookAgain(known.get(0).id(), request.org());
        }
        known.stream()
                .filter(old -> old.mark().generation() < request.generation())
                .forEach(old -> lifecycle.endAndRemove(old.id()));
    }

    @Override
    public Runtime start(ResourceId resourceId, Progress progress) {
        var box = containers.get(resourceId);
        if (!Sightings.isRunning(box) || Sightings.isPaused(box)) {
            progress.at(0, "starting the container");
            lifecycle.start(box);
            box = containers.again(resourceId, box);
        }
        Integer code = Sightings.exitCode(box);
        if (code != null && code != 0) {
            throw DriverException.permanent(
                    CONTAINER_EXITED,
                    "the program in the container ended at once with code " + code);
        }
        return sightings.runtime(box);
    }

    @Override
    public StopOutcome stop(ResourceId resourceId, StopRequest request) {
        return lifecycle.stop(containers.get(resourceId), request);
    }

    @Override
    public Runtime pause(ResourceId resourceId) {
        return sightings.runtime(lifecycle.pause(containers.get(resourceId)));
    }

    @Override
    public Runtime resume(ResourceId resourceId) {
        return sightings.runtime(lifecycle.resume(containers.get(resourceId)));
    }

    @Override
    public void destroy(ResourceId resourceId) {
        containers.of(resourceId).forEach(found -> lifecycle.endAndRemove(found.id()));
    }

    @Override
    public ManagedResource inspect(ResourceId resourceId) {
        return gaze.at(resourceId);
    }

    @Override
    public List<ManagedResource> recover() {
        return gaze.everything();
    }

    @Override
    public EngineStats stats() {
        return meter.measure();
    }

    @Override
    public EngineStats stats(ResourceId resourceId) {
        return meter.measure(containers.get(resourceId));
    }

    @Override
    public void readLog(ResourceId resourceId, LogRequest request, Consumer<LogLine> sink) {
        logs.read(resourceId, request, sink);
    }

    @Override
    public Conversation run(ResourceId resourceId, ProgramRequest request, ByteOutput output) {
        return programs.run(resourceId, request, output);
    }

    @Override
    public AdoptableContainer describe(String containerId) {
        return adoptions.describe(containerId);
    }

    @Override
    public Runtime adopt(ResourceId resourceId, String containerId) {
        adoptions.adopt(resourceId, containerId);
        return sightings.runtime(containers.get(resourceId));
    }

    @Override
    public void release(ResourceId resourceId, String formerName) {
        adoptions.release(resourceId, formerName);
    }

    @Override
    public List<VolumeInfo> volumes() {
        return volumes.all();
    }

    @Override
    public VolumeMade createVolume(String name, String org, Map<String, String> labels) {
        return volumes.make(name, org, labels);
    }

    @Override
    public void removeVolume(String name, String org) {
        volumes.remove(name, org);
    }

    @Override
    public Subscription events(Consumer<ManagedResource> listener) {
        return feed.add(listener);
    }

    @Override
    public void close() {
        health.close();
        feed.close();
        meter.close();
        engine.close();
    }
}
