package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.ResourceDriver;

import java.util.List;

/** The drivers of this node. */
public final class Engines {
    /** A command that no driver of this node can carry out. */
    public static final String UNSUPPORTED = "UNSUPPORTED";

    private final List<ResourceDriver> drivers;

    public Engines(List<ResourceDriver> drivers) {
        this.drivers = List.copyOf(drivers);
    }

    public List<ResourceDriver> all() {
        return drivers;
    }

    /** Remove it from whichever engine has it. */
    public void destroy(ResourceId resourceId) {
        drivers.forEach(driver -> driver.destroy(resourceId));
    }

    /** The first driver for such resources. */
    public ResourceDriver forEngine(String engine) {
        return drivers.stream()
                .filter(driver -> driver.engines().contains(engine))
                .findFirst()
                .orElseThrow(() -> unsupported("this node has no engine for a " + engine));
    }

    public static DriverException unsupported(String message) {
        return DriverException.permanent(UNSUPPORTED, message);
    }
}
