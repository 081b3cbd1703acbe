package dev.aiwm.nodeagent.driver.docker;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.config.VolumeMount;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverFixture;
import dev.aiwm.nodeagent.driver.Pausing;
import dev.aiwm.nodeagent.driver.VolumeKeeping;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A node of its own on the real engine of this machine: what others have there is not seen. */
final class DockerFixture implements DriverFixture {
    /** Ends when it is asked to, or with the code that somebody writes into a file. */
    private static final String STEADY =
            "trap 'exit 0' TERM; : > /listening; while :; do"
                    + " if [ -f /code ]; then read code < /code; rm /code; exit $code; fi;"
                    + " sleep 0.05; done";

    private static final String DEAF = "trap '' TERM; while :; do sleep 1; done";

    private final DockerCli cli = DockerCli.ofThisMachine();
    private final String nodeId = "test-" + UUID.randomUUID();
    private final Path dataRoot;

    DockerFixture(Path dataRoot) {
        this.dataRoot = dataRoot;
    }

    @Override
    public DockerDriver open() {
        return new DockerDriver(
                new DockerSettings(cli.socket(), nodeId, "127.0.0.1", List.of(dataRoot)));
    }

    DockerCli cli() {
        return cli;
    }

    String nodeId() {
        return nodeId;
    }

    @Override
    public CreateRequest steady(ResourceId resourceId, int generation) {
        return requests().running(STEADY).by(resourceId, generation);
    }

    /** Until it has set its trap, a container's first program does not hear the signal at all. */
    @Override
    public void awaitListening(ResourceId resourceId) {
        inside(resourceId, "until [ -f /listening ]; do sleep 0.05; done");
    }

    @Override
    public CreateRequest deaf(ResourceId resourceId) {
        return requests().running(DEAF).by(resourceId);
    }

    @Override
    public CreateRequest keeping(ResourceId resourceId, int generation, String volume, String org) {
        var plain =
                requests()
                        .running(STEADY)
                        .withVolume(new VolumeMount(volume, "/keep", false))
                        .by(resourceId, generation);
        return new CreateRequest(
                resourceId, plain.name(), generation, plain.config(), plain.claims(), org);
    }

    @Override
    public Set<Class<?>> capabilities() {
        return Set.of(VolumeKeeping.class, Pausing.class);
    }

    /** Requests for containers of the small image. */
    Requests requests() {
        return Requests.of(cli.image());
    }

    @Override
    public void endFromOutside(ResourceId resourceId, int exitCode) {
        inside(resourceId, "echo " + exitCode + " > /code.new; mv /code.new /code");
    }

    private void inside(ResourceId resourceId, String script) {
        var unused = cli.run("exec", Mark.containerName(resourceId, 1), "sh", "-c", script);
    }

    @Override
    public Integer exitCodeWhenAsked() {
        return 0;
    }

    @Override
    public Integer exitCodeByForce() {
        return 137;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void close() {
        for (var name : cli.labelled(Mark.NODE, nodeId)) {
            var unused = cli.tryRun("rm", "-f", "-v", name);
        }
        String volumes = cli.run("volume", "ls", "-q", "-f", "label=" + Mark.NODE + "=" + nodeId);
        volumes.lines().forEach(name -> cli.run("volume", "rm", name));
    }
}
