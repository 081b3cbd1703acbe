package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.exception.DockerException;

import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.DriverException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program inside a container. The engine cannot send it a signal: what a terminal has a key for
 * is typed, anything else goes to its process, which the machine of the engine knows by a number.
 */
final class RunningProgram implements Conversation {
    private static final Logger log = LoggerFactory.getLogger(RunningProgram.class);
    private static final Map<String, Byte> KEYS =
            Map.of("INT", (byte) 3, "QUIT", (byte) 28, "TSTP", (byte) 26);
    private static final byte END_OF_INPUT = 4;
    private static final Pattern SIGNAL = Pattern.compile("[A-Z][A-Z0-9+-]{1,11}");

    private final Engine engine;
    private final String execId;
    private final ExecChannel channel;
    private final boolean terminal;
    private final ByteOutput output;

    RunningProgram(
            Engine engine,
            String execId,
            ExecChannel channel,
            boolean terminal,
            ByteOutput output) {
        this.engine = engine;
        this.execId = execId;
        this.channel = channel;
        this.terminal = terminal;
        this.output = output;
    }

    /** What the engine says in place of a program that could not be begun. */
    byte[] hearWhy() throws IOException {
        var heard = new ByteArrayOutputStream();
        boolean unused = channel.pass(heard::writeBytes);
        return heard.toByteArray();
    }

    @Override
    public void write(byte[] bytes) {
        try {
            channel.write(bytes);
        } catch (IOException e) {
            log.debug("it does not listen any more", e);
        }
    }

    @Override
    public void endInput() {
        try {
            if (terminal) {
                channel.write(new byte[] {END_OF_INPUT});
            } else {
                channel.endInput();
            }
        } catch (IOException e) {
            log.debug("it does not listen any more", e);
        }
    }

    @Override
    public void resize(int columns, int rows) {
        if (terminal) {
            engine.tell(
                    client -> {
                        try {
                            return client.resizeExecCmd(execId).withSize(rows, columns).exec();
                        } catch (DockerException e) {
                            return "it has ended";
                        }
                    });
        }
    }

    @Override
    public void signal(String name) {
        if (!SIGNAL.matcher(name).matches()) {
            throw DriverException.permanent("NO_SUCH_SIGNAL", "there is no such signal");
        }
        var key = KEYS.get(name);
        if (terminal && key != null) {
            write(new byte[] {key});
            return;
        }
        process().ifPresent(process -> send(name, process));
    }

    @Override
    public Integer await() throws InterruptedException {
        try {
            while (channel.pass(output)) {
                // the next piece
            }
        } catch (ClosedByInterruptException e) {
            // whoever waited was told to give up
            boolean unused = Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException e) {
            log.debug("the stream of a program broke", e);
        }
        var code = look().map(InspectExecResponse::getExitCodeLong).orElse(null);
        return code == null ? null : Math.toIntExact(code);
    }

    @Override
    public void close() {
        process().ifPresent(RunningProgram::kill);
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("closing the stream of a program", e);
        }
    }

    private Optional<ProcessHandle> process() {
        return look().filter(seen -> Boolean.TRUE.equals(seen.isRunning()))
                .map(InspectExecResponse::getPidLong)
                .filter(pid -> pid > 0)
                .flatMap(ProcessHandle::of);
    }

    private Optional<InspectExecResponse> look() {
        return engine.ask(
                client -> {
                    try {
                        return Optional.of(client.inspectExecCmd(execId).exec());
                    } catch (DockerException e) {
                        return Optional.empty();
                    }
                });
    }

    private static void kill(ProcessHandle process) {
        var started = process.descendants().toList();
        boolean unused = process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private static void send(String name, ProcessHandle process) {
        try {
            var kill = List.of("kill", "-s", name, String.valueOf(process.pid()));
            new ProcessBuilder(kill)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            log.warn("signal {} could not be sent", name, e);
        }
    }
}
