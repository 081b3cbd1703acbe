package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.nodeagent.driver.ByteOutput;
import dev.aiwm.nodeagent.driver.Conversation;
import dev.aiwm.nodeagent.driver.ProgramRequest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;

/**
 * The programs that a simulated object has: {@code echo}, {@code env}, {@code cat}, {@code exit},
 * and a shell that knows them. Anything else is said not to be there.
 */
final class SimulatedPrograms implements Conversation {
    static final String PROMPT = "simulated$ ";

    private static final int NO_SUCH_PROGRAM = 127;
    private static final int ENDED_BY_SIGNAL = 130;
    private static final int KILLED = 137;
    private static final List<String> SHELLS = List.of("sh", "bash", "/bin/sh", "/bin/bash");

    private final ProgramRequest request;
    private final ByteOutput output;
    private final Queue<byte[]> input = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private boolean inputEnded;
    private Integer exitCode;
    private String size;

    SimulatedPrograms(ProgramRequest request, ByteOutput output) {
        this.request = request;
        this.output = output;
        size = request.columns() + "x" + request.rows();
    }

    @Override
    public synchronized void write(byte[] bytes) {
        input.add(bytes);
        notifyAll();
    }

    @Override
    public synchronized void endInput() {
        inputEnded = true;
        notifyAll();
    }

    @Override
    public synchronized void resize(int columns, int rows) {
        size = columns + "x" + rows;
    }

    @Override
    public synchronized void signal(String name) {
        end("KILL".equals(name) ? KILLED : ENDED_BY_SIGNAL);
    }

    @Override
    public void close() {
        signal("KILL");
    }

    @Override
    public Integer await() throws InterruptedException {
        String program = request.command().get(0);
        if (SHELLS.contains(program)) {
            shell();
        } else if (program.equals("cat")) {
            for (byte[] said = next(); said != null; said = next()) {
                output.out(said);
            }
            end(0);
        } else {
            end(run(request.command()));
        }
        synchronized (this) {
            return exitCode;
        }
    }

    private void shell() throws InterruptedException {
        output.out(bytes(PROMPT));
        for (byte[] said = next(); said != null; said = next()) {
            for (char typed : new String(said, StandardCharsets.UTF_8).toCharArray()) {
                type(typed);
            }
        }
        end(0);
    }

    private void type(char typed) {
        if (typed != '\r' && typed != '\n') {
            line.append(typed);
            echo(String.valueOf(typed));
            return;
        }
        echo("\r\n");
        var words = List.of(line.toString().strip().split("\\s+"));
        line.setLength(0);
        if (words.get(0).equals("exit")) {
            end(words.size() > 1 ? Integer.parseInt(words.get(1)) : 0);
            return;
        }
        if (!words.get(0).isEmpty()) {
            run(words);
        }
        output.out(bytes(PROMPT));
    }

    private void echo(String text) {
        if (request.terminal()) {
            output.out(bytes(text));
        }
    }

    private int run(List<String> words) {
        switch (words.get(0)) {
            case "echo" -> output.out(line(String.join(" ", words.subList(1, words.size()))));
            case "env" ->
                    new TreeMap<>(request.environment())
                            .forEach((name, value) -> output.out(line(name + "=" + value)));
            case "size" -> output.out(line(currentSize()));
            default -> {
                output.err(line("simulated: there is no program " + words.get(0)));
                return NO_SUCH_PROGRAM;
            }
        }
        return 0;
    }

    private synchronized String currentSize() {
        return size;
    }

    /** What is said next; null when nothing more comes. */
    private synchronized byte[] next() throws InterruptedException {
        while (exitCode == null && input.isEmpty() && !inputEnded) {
            wait();
        }
        return exitCode == null ? input.poll() : null;
    }

    private synchronized void end(int code) {
        if (exitCode == null) {
            exitCode = code;
            notifyAll();
        }
    }

    /** A terminal goes back to the first column, as the line discipline of a real one does. */
    private byte[] line(String text) {
        return bytes(text + (request.terminal() ? "\r\n" : "\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
