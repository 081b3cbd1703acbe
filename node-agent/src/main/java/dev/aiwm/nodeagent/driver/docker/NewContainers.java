package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;

import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes containers within their {@link Limits}. */
final class NewContainers {
    /** There is no such image on the node. */
    static final String IMAGE_NOT_FOUND = "IMAGE_NOT_FOUND";

    /** Somebody else's container has the name. */
    static final String NAME_TAKEN = "NAME_TAKEN";

    /** There is no such network on the node. */
    static final String NETWORK_NOT_FOUND = "NETWORK_NOT_FOUND";

    /** Where it is to work, its image has a file. */
    static final String WORKING_DIR_IS_FILE = "WORKING_DIR_IS_FILE";

    /** Kinds of network on which this node itself reaches the containers. */
    private static final Set<String> REACHED = Set.of(Limits.USUAL_NETWORK, "host");

    private final Engine engine;
    private final Containers containers;
    private final DockerSettings settings;
    private final Mounts mounts;
    private final OwnVolumes ownVolumes;

    NewContainers(
            Engine engine, Containers containers, Lifecycle lifecycle, DockerSettings settings) {
        this.engine = engine;
        this.containers = containers;
        this.settings = settings;
        var volumes = new NamedVolumes(engine, containers, settings.nodeId());
        mounts = new Mounts(containers, settings, volumes);
        ownVolumes = new OwnVolumes(containers, lifecycle, volumes);
    }

    /** Makes it without starting it, or finds that it has just been made. */
    void make(CreateRequest request) {
        var shape = Shape.of(request);
        boolean reached = REACHED.contains(driverOf(Limits.network(shape)));
        var prepared = mounts.prepare(shape.volumes(), request);
        try {
            make(request, shape, reached, prepared);
        } catch (DriverException e) {
            mounts.discard(prepared, request);
            throw e;
        }
    }

    /** At one that was made: are its volumes what they were meant to be? */
    void lookAgain(String container, String org) {
        ownVolumes.lookAgain(container, org);
    }

    private void make(
            CreateRequest request, Shape shape, boolean reached, Mounts.Prepared prepared) {
        String name = Mark.containerName(request.resourceId(), request.generation());
        String id =
                engine.ask(
                        client -> {
                            try {
                                return described(
                                                client.createContainerCmd(shape.image()),
                                                request,
                                                shape,
                                                reached,
                                                OwnVolumes.label(prepared.owned()))
                                        .withName(name)
                                        .withHostConfig(
                                                Limits.of(request.claims(), shape)
                                                        .withMounts(prepared.mounts()))
                                        .exec()
                                        .getId();
                            } catch (NotFoundException e) {
                                throw notFound(shape, e);
                            } catch (ConflictException e) {
                                return adopt(request, name);
                            } catch (InternalServerErrorException e) {
                                throw refused(shape, e);
                            }
                        });
        containers.found(request.resourceId(), id);
        if (!prepared.owned().isEmpty()) {
            lookAgain(name, request.org());
        }
    }

    private static DriverException refused(Shape shape, InternalServerErrorException fault) {
        String folder = shape.options().workingDir();
        return folder != null && Faults.mentions(fault, "not a directory")
                ? DriverException.permanent(
                        WORKING_DIR_IS_FILE,
                        "the container cannot work in '%s': a file of its image is in the way"
                                .formatted(folder))
                : Faults.told(fault);
    }

    private CreateContainerCmd described(
            CreateContainerCmd command,
            CreateRequest request,
            Shape shape,
            boolean reached,
            Map<String, String> more) {
        var labels = new LinkedHashMap<>(shape.options().labels());
        labels.putAll(Mark.of(request, settings.nodeId()));
        labels.remove(OwnVolumes.LABEL);
        labels.putAll(more);
        labels.remove(HealthProbe.LABEL);
        var check = shape.options().healthCheck();
        boolean asked = check != null && check.path() != null && reached;
        if (asked) {
            labels.put(HealthProbe.LABEL, HealthProbe.label(check));
        }
        var described =
                command.withLabels(labels)
                        .withEnv(shape.environment())
                        .withExposedPorts(Limits.exposed(shape));
        if (!shape.command().isEmpty()) {
            described.withCmd(shape.command());
        }
        if (!shape.entrypoint().isEmpty()) {
            described.withEntrypoint(shape.entrypoint());
        }
        var options = shape.options();
        if (options.user() != null) {
            described.withUser(options.user());
        }
        if (options.workingDir() != null) {
            described.withWorkingDir(options.workingDir());
        }
        if (check != null) {
            described.withHealthcheck(asked ? HealthChecks.none() : HealthChecks.of(check));
        }
        return described;
    }

    /** Of what kind the network is. That there is none the engine would say only at the start. */
    private String driverOf(String name) {
        if (REACHED.contains(name)) {
            // the engine's own, made by itself
            return name;
        }
        return engine.ask(
                client -> {
                    try {
                        return client.inspectNetworkCmd().withNetworkId(name).exec().getDriver();
                    } catch (NotFoundException e) {
                        throw DriverException.permanent(
                                NETWORK_NOT_FOUND,
                                "the node has no network '%s': its operator makes it with docker network create"
                                        .formatted(name));
                    }
                });
    }

    private static DriverException notFound(Shape shape, NotFoundException fault) {
        if (Faults.mentions(fault, "no such image")) {
            return DriverException.permanent(
                    IMAGE_NOT_FOUND, "image " + shape.image() + " is not on the node");
        }
        return DriverException.permanent(Faults.ENGINE_REFUSED, Faults.sentence(fault));
    }

    /** The name is taken: by what an earlier attempt made, unseen, or by a stranger. */
    private String adopt(CreateRequest request, String name) {
        var box = containers.inspect(name);
        var mark = box.flatMap(containers::markOn);
        boolean made =
                mark.isPresent()
                        && mark.get().resourceId().equals(request.resourceId())
                        && mark.get().generation() == request.generation();
        if (!made) {
            throw DriverException.permanent(
                    NAME_TAKEN,
                    "another container, which is not ours, has the name " + name + " on the node");
        }
        return box.orElseThrow().getId();
    }
}
