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

/** Runs programs inside containers. */
final class Programs {
    private static final Duration UNTIL_BEGUN = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS_MILLIS = 10;

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

    /**
     * What could not be begun never had a process, and ended all the same; why is said where the
     * program would have spoken.
     */
    private void begin(String execId, RunningProgram program, ProgramRequest request)
            throws IOException {
        var seen = awaitBegun(execId);
        if (seen.getExitCodeLong() != null && !hadProcess(seen)) {
            String said = new String(program.hearWhy(), StandardCharsets.UTF_8);
            program.close();
            throw ProgramFaults.told(said, request);
        }
        if (request.terminal() && request.columns() > 0 && request.rows() > 0) {
            program.resize(request.columns(), request.rows());
        }
    }

    private InspectExecResponse awaitBegun(String execId) {
        long end = System.nanoTime() + UNTIL_BEGUN.toNanos();
        while (true) {
            var seen = engine.ask(client -> client.inspectExecCmd(execId).exec());
            if (hadProcess(seen) || seen.getExitCodeLong() != null || System.nanoTime() > end) {
                return seen;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            } catch (InterruptedException e) {
                throw DriverException.interrupted(e);
            }
        }
    }

    private static boolean hadProcess(InspectExecResponse seen) {
        return seen.getPidLong() != null && seen.getPidLong() > 0;
    }

    private static DriverException notRunning(ResourceId resourceId) {
        return DriverException.permanent(
                Executing.NOT_RUNNING, "the container of resource " + resourceId + " does not run");
    }
}
