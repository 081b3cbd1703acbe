package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.EngineStats;
import dev.aiwm.nodeagent.driver.Fingerprint;
import dev.aiwm.nodeagent.driver.ImagePulling;
import dev.aiwm.nodeagent.driver.Pausing;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.PullRequest;
import dev.aiwm.nodeagent.driver.PulledImage;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.StopOutcome;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.nodeagent.driver.Subscription;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An engine that runs nothing and says so. Objects have states, take their time, fail by plan and
 * outlive the agent, so that everything above a driver can be tried without an engine.
 */
public final class SimulatedDriver implements ResourceDriver, ImagePulling {
    private static final int GRACEFUL = 0;
    private static final int KILLED = 137;

    private final SimulatedSettings settings;
    private final SimulatedObjects objects;
    private final ObjectFolder folder;
    private final SimulatedMeter meter;
    private final ProgramEnds ends;
    private final SimulatedVolumes volumes;
    private final List<Object> capabilities;

    public SimulatedDriver(SimulatedSettings settings) {
        this(settings, Clock.systemUTC(), Pace.REAL);
    }

    public SimulatedDriver(SimulatedSettings settings, Clock clock, Pace pace) {
        this.settings = settings;
        objects = new SimulatedObjects(settings, clock, pace);
        folder = objects.folder();
        meter = new SimulatedMeter(settings.machine(), clock);
        ends = new ProgramEnds(settings.exits(), this::end);
        volumes = new SimulatedVolumes(objects);
        capabilities =
                List.of(
                        this,
                        volumes,
                        new SimulatedInside(objects),
                        new SimulatedSnapshots(objects, ends),
                        new SimulatedAdjustments(objects, ends));
    }

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public Set<String> engines() {
        return Set.of(Inventory.VIRTUAL_MACHINES, Inventory.CONTAINERS);
    }

    @Override
    public Fingerprint fingerprint() {
        var machine = settings.machine();
        return new Fingerprint(
                machine.host(), machine.gpuDevices(), "simulated", machine.vgpu(), true);
    }

    @Override
    public PulledImage pull(PullRequest request, Progress progress) {
        var image = request.image();
        objects.strike(Fault.Verb.PULL, image);
        boolean always = "always".equals(request.policy());
        if (always || !folder.hasImage(image)) {
            objects.spend(objects.timingsOf(image).pull(), "pulling " + image, progress);
            folder.addImage(image);
        }
        return new PulledImage(image, null);
    }

    @Override
    public void create(CreateRequest request, Progress progress) {
        var known = folder.find(request.resourceId()).orElse(null);
        if (known != null && known.generation() == request.generation()) {
            return;
        }
        if (known != null && known.generation() > request.generation()) {
            throw DriverException.permanent(
                    DriverException.STALE_GENERATION,
                    "generation %d exists, %d was to be made"
                            .formatted(known.generation(), request.generation()));
        }
        objects.strike(Fault.Verb.CREATE, request.name());
        objects.spend(objects.timingsOf(request.name()).create(), "creating", progress);
        ends.forget(request.resourceId());
        volumes.prepare(request, known);
        var made = NewObjects.make(request, known, settings.machine().host(), objects.now());
        objects.changed(folder.put(made));
    }

    @Override
    public Runtime start(ResourceId resourceId, Progress progress) {
        var object = objects.get(resourceId);
        if (object.isPaused()) {
            return resumed(resourceId);
        }
        if (object.isRunning()) {
            return object.runtime();
        }
        objects.strike(Fault.Verb.START, object.name());
        Conflicts.refuse(object, folder.all());
        objects.spend(objects.timingsOf(object.name()).boot(), "booting", progress);
        var running =
                objects.change(
                        resourceId, now -> now.isRunning() ? now : now.running(objects.now()));
        ends.expect(running);
        return running.runtime();
    }

    private Runtime resumed(ResourceId resourceId) {
        return capability(Pausing.class).orElseThrow().resume(resourceId);
    }

    @Override
    public StopOutcome stop(ResourceId resourceId, StopRequest request) {
        var object = objects.get(resourceId);
        if (!object.isAlive()) {
            return new StopOutcome(object.exitCode(), false);
        }
        objects.strike(Fault.Verb.STOP, object.name());
        boolean forced = request.force();
        if (!forced) {
            var needed = objects.timingsOf(object.name()).stop();
            forced = needed.compareTo(request.grace()) > 0;
            objects.spend(forced ? request.grace() : needed, "stopping", Progress.NONE);
        }
        ends.forget(resourceId);
        Integer code = exitCode(object, forced ? KILLED : GRACEFUL);
        var stopped =
                objects.change(
                        resourceId, now -> now.isAlive() ? now.stopped(code, objects.now()) : now);
        return new StopOutcome(stopped.exitCode(), forced);
    }

    @Override
    public void destroy(ResourceId resourceId) {
        var object = folder.find(resourceId).orElse(null);
        if (object == null) {
            return;
        }
        objects.strike(Fault.Verb.DESTROY, object.name());
        objects.spend(objects.timingsOf(object.name()).destroy(), "removing", Progress.NONE);
        ends.forget(resourceId);
        folder.remove(resourceId);
        objects.changed(object.absent(objects.now()));
    }

    @Override
    public ManagedResource inspect(ResourceId resourceId) {
        return objects.get(resourceId).managed();
    }

    @Override
    public List<ManagedResource> recover() {
        var objects = folder.all();
        objects.stream().filter(SimulatedObject::isRunning).forEach(ends::expect);
        return objects.stream().map(SimulatedObject::managed).toList();
    }

    @Override
    public EngineStats stats() {
        return meter.measure(folder.all());
    }

    @Override
    public EngineStats stats(ResourceId resourceId) {
        return meter.measure(folder.all()).only(objects.get(resourceId).resourceId());
    }

    @Override
    public Subscription events(Consumer<ManagedResource> listener) {
        return objects.observers().add(listener);
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return capabilities.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public void close() {
        ends.close();
    }

    /** Let the program inside end by itself, as real ones do; nothing when it does not run. */
    public void end(ResourceId resourceId, int exitCode) {
        if (folder.find(resourceId).filter(SimulatedObject::isRunning).isEmpty()) {
            return;
        }
        objects.change(
                resourceId,
                now -> {
                    if (!now.isRunning()) {
                        return now;
                    }
                    var at = objects.now();
                    return exitCode == 0
                            ? now.stopped(exitCode(now, exitCode), at)
                            : now.failed(exitCode, at);
                });
    }

    private static Integer exitCode(SimulatedObject object, int code) {
        return object.resourceType().isVirtualMachine() ? null : code;
    }
}
