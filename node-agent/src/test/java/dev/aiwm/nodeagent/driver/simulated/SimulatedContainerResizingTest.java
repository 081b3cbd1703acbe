package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.ResizingConformance;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class SimulatedContainerResizingTest extends ResizingConformance {
    @TempDir private Path folder;

    @Override
    protected DriverFixture createFixture() {
        return new SimulatedFixture(folder);
    }
}
