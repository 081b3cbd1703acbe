package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.PausingConformance;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

@NeedsDocker
class DockerPausingTest extends PausingConformance {
    @TempDir private Path data;

    @Override
    protected DriverFixture createFixture() {
        return new DockerFixture(data);
    }
}
