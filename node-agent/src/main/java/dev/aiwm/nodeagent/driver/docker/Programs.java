package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.ExecCreateCmd;
import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.exception.ConflictException;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Executing;
import dev.aiwm.nodeagent.driver.ProgramRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** Runs programs inside containers. */
final class Programs {
    private static final Duration UNTIL_BEGUN = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS_MILLIS = 10;
    private static final Set<Long> NOT_BEGUN = Set.of(126L, 127L);
    private static final String SHELL_OF_ENGINE = "exec failed";

    private final Engine engine;
    private final Containers containers;

    Programs(Engine engine, Containers containers) {
        this.engine = engine;
        this.containers = containers;
    }

    Conversation run(ResourceId resourceId, ProgramRequest request, ByteOutput output) {
        var box = containers.get(resourceId);
        if (!Sightings.isRunning(box)) {
            throw notRunning(resourceId);
        }
        if (Sightings.isPaused(box)) {
            throw DriverException.permanent(
                    Executing.NOT_RUNNING,
                    "the container of resource " + resourceId + " is paused");
        }
        String execId = describe(box.getId(), resourceId, request);
        try {
            var channel =
                    ExecChannel.start(engine.socket(), engine.agreed(), execId, request.terminal());
            var program = new RunningProgram(engine, execId, channel, request.terminal(), output);
            begin(execId, program, request);
            return program;
        } catch (IOException e) {
            throw Faults.told(new UncheckedIOException(e));
        }
    }

    private String describe(String containerId, ResourceId resourceId, ProgramRequest request) {
        return engine.ask(
                client -> {
                    try {
                        return described(client.execCreateCmd(containerId), request).exec().getId();
                    } catch (ConflictException e) {
                        throw notRunning(resourceId);
                    }
                });
    }

    private static ExecCreateCmd described(ExecCreateCmd command, ProgramRequest request) {
        command.withCmd(request.command().toArray(String[]::new))
                .withAttachStdin(true)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withTty(request.terminal())
                .withEnv(
                        request.environment().entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue())
                                .toList());
        if (request.user() != null) {
            command.withUser(request.user());
        }
        if (request.workingDir() != null) {
            command.withWorkingDir(request.workingDir());
        }
        return command;
    }

    /** The engine says only on the program's own stream that it could not be started. */
    private void begin(String execId, RunningProgram program, ProgramRequest request)
            throws IOException {
        var seen = awaitBegun(execId);
        Long code = seen.getExitCodeLong();
        if (code != null && NOT_BEGUN.contains(code)) {
            String said = new String(program.hearFirst(), StandardCharsets.UTF_8);
            if (said.contains(SHELL_OF_ENGINE) || said.contains("unable to find user")) {
                program.close();
                throw notBegun(said, request);
            }
        }
        if (request.terminal() && request.columns() > 0 && request.rows() > 0) {
            program.resize(request.columns(), request.rows());
        }
    }

    private InspectExecResponse awaitBegun(String execId) {
        long end = System.nanoTime() + UNTIL_BEGUN.toNanos();
        while (true) {
            var seen = engine.ask(client -> client.inspectExecCmd(execId).exec());
            boolean begun = seen.getPidLong() != null && seen.getPidLong() > 0;
            if (begun || seen.getExitCodeLong() != null || System.nanoTime() > end) {
                return seen;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (InterruptedException e) {
                throw DriverException.interrupted(e);
            }
        }
    }

    private static DriverException notBegun(String said, ProgramRequest request) {
        boolean user = said.contains("unable to find user");
        return DriverException.permanent(
                Executing.NO_SUCH_PROGRAM,
                user
                        ? "there is no user '" + request.user() + "' in the container"
                        : "there is no program '%s' in the container that can be run"
                                .formatted(request.command().get(0)));
    }

    private static DriverException notRunning(ResourceId resourceId) {
        return DriverException.permanent(
                Executing.NOT_RUNNING, "the container of resource " + resourceId + " does not run");
    }
}
