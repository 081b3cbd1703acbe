package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceSize;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.contracts.resource.SizePart;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Pausing;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.ResizeOutcome;
import dev.aiwm.nodeagent.driver.Resizing;

import java.util.EnumSet;
import java.util.Set;

/**
 * What can be done to an object that runs. Like real machines, simulated ones take more processors
 * and disk while they run and all else with their next start; containers take everything at once.
 */
final class SimulatedAdjustments implements Pausing, Resizing {
    private final SimulatedObjects objects;
    private final ProgramEnds ends;

    SimulatedAdjustments(SimulatedObjects objects, ProgramEnds ends) {
        this.objects = objects;
        this.ends = ends;
    }

    @Override
    public Runtime pause(ResourceId resourceId) {
        var object = alive(resourceId);
        if (object.isPaused()) {
            return object.runtime();
        }
        objects.strike(Fault.Verb.PAUSE, object.name());
        ends.forget(resourceId);
        var at = objects.now();
        return objects.change(resourceId, now -> now.isRunning() ? now.paused(at) : now).runtime();
    }

    @Override
    public Runtime resume(ResourceId resourceId) {
        var object = alive(resourceId);
        if (object.isRunning()) {
            return object.runtime();
        }
        objects.strike(Fault.Verb.RESUME, object.name());
        var at = objects.now();
        var running = objects.change(resourceId, now -> now.isPaused() ? now.resumed(at) : now);
        ends.expect(running);
        return running.runtime();
    }

    private SimulatedObject alive(ResourceId resourceId) {
        var object = objects.get(resourceId);
        if (!object.isAlive()) {
            throw DriverException.permanent(NOT_RUNNING, "it does not run");
        }
        return object;
    }

    @Override
    public ResizeOutcome resize(ResourceId resourceId, ResourceSize size, Progress progress) {
        var object = objects.get(resourceId);
        if (!wanted(object, size).equals(later(object))) {
            objects.strike(Fault.Verb.RESIZE, object.name());
            objects.spend(objects.timingsOf(object.name()).create(), "resizing", progress);
            object = objects.change(resourceId, now -> resized(now, size));
        }
        var parts = EnumSet.of(SizePart.CPU, SizePart.RAM);
        if (size.diskGB() != null) {
            parts.add(SizePart.DISK);
        }
        var deferred = deferred(object);
        parts.removeAll(deferred);
        return new ResizeOutcome(parts, deferred);
    }

    private static SimulatedObject resized(SimulatedObject object, ResourceSize size) {
        var wanted = wanted(object, size);
        var before = object.claims();
        boolean atOnce = !object.isAlive() || !object.resourceType().isVirtualMachine();
        var now =
                atOnce
                        ? wanted
                        : before.withAmounts(
                                Math.max(before.cpuCores(), wanted.cpuCores()),
                                before.ramMB(),
                                wanted.diskGB());
        return object.sized(now, now.equals(wanted) ? null : wanted);
    }

    private static Set<SizePart> deferred(SimulatedObject object) {
        var parts = EnumSet.noneOf(SizePart.class);
        if (later(object).cpuCores() != object.claims().cpuCores()) {
            parts.add(SizePart.CPU);
        }
        if (later(object).ramMB() != object.claims().ramMB()) {
            parts.add(SizePart.RAM);
        }
        return parts;
    }

    private static Claims later(SimulatedObject object) {
        return object.fromNextStart() == null ? object.claims() : object.fromNextStart();
    }

    private static Claims wanted(SimulatedObject object, ResourceSize size) {
        var before = object.claims();
        return before.withAmounts(
                size.cpuCores() == null ? 0 : size.cpuCores(),
                size.ramMB() == null ? 0 : size.ramMB(),
                size.diskGB() == null ? before.diskGB() : Math.max(size.diskGB(), before.diskGB()));
    }
}
