package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.VolumesConformance;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@NeedsDocker
class DockerVolumesTest extends VolumesConformance {
    @TempDir private Path dataRoot;

    @Override
    protected DriverFixture createFixture() {
        return new DockerFixture(dataRoot);
    }
}
