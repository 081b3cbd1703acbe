package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** The objects of a simulated engine, and the time and the failures that work on them takes. */
final class SimulatedObjects {
    private static final int PARTS = 4;

    private final SimulatedSettings settings;
    private final Clock clock;
    private final Pace pace;
    private final FaultPlan faults;
    private final ObjectFolder folder;
    private final Observers observers = new Observers();

    SimulatedObjects(SimulatedSettings settings, Clock clock, Pace pace) {
        this.settings = settings;
        this.clock = clock;
        this.pace = pace;
        faults = new FaultPlan(settings.faults());
        folder = new ObjectFolder(settings.folder());
    }

    ObjectFolder folder() {
        return folder;
    }

    Observers observers() {
        return observers;
    }

    Instant now() {
        return clock.instant();
    }

    Timings timingsOf(String name) {
        return settings.timingsOf(name);
    }

    void strike(Fault.Verb verb, String name) {
        faults.strike(verb, name);
    }

    SimulatedObject get(ResourceId resourceId) {
        return folder.find(resourceId).orElseThrow(() -> unknown(resourceId));
    }

    /** Changes the object as one step and tells what it does then. */
    SimulatedObject change(ResourceId resourceId, UnaryOperator<SimulatedObject> transition) {
        var after = folder.change(resourceId, transition).orElseThrow(() -> unknown(resourceId));
        changed(after);
        return after;
    }

    void changed(SimulatedObject after) {
        observers.tell(after.managed());
    }

    void spend(Duration time, String doing, Progress progress) {
        try {
            for (int part = 0; part < PARTS; part++) {
                progress.at(100 * part / PARTS, doing);
                pace.pass(time.dividedBy(PARTS));
            }
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
    }

    private static DriverException unknown(ResourceId resourceId) {
        return DriverException.notFound("nothing here belongs to resource " + resourceId);
    }
}
