package dev.aiwm.cli.terminal;

import dev.aiwm.cli.session.Surroundings;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The terminal that one sits at, asked and set with {@code stty}; or none, where input is piped.
 */
public final class Terminal {
    private static final File TTY = new File("/dev/tty");
    private static final long PATIENCE_SECONDS = 5;

    /** How much it shows. */
    public record Size(int columns, int rows) {}

    private final boolean there;
    private String before;

    private Terminal(boolean there) {
        this.there = there;
    }

    public static Terminal of(Surroundings around) {
        return new Terminal(around.inIsTerminal() && around.outIsTerminal());
    }

    /** To type at, whether or not what is shown is seen. */
    public static Terminal toTypeAt(Surroundings around) {
        return new Terminal(around.inIsTerminal());
    }

    public boolean isThere() {
        return there;
    }

    public Optional<Size> size() {
        if (!there) {
            return Optional.empty();
        }
        var words = stty("size").split(" ");
        return words.length == 2 && words[0].matches("[1-9]\\d*") && words[1].matches("[1-9]\\d*")
                ? Optional.of(new Size(Integer.parseInt(words[1]), Integer.parseInt(words[0])))
                : Optional.empty();
    }

    /** Hands every key on as it is typed, until {@link #restore}. */
    public void raw() {
        if (there) {
            set("raw", "-echo");
        }
    }

    /** Shows nothing of what is typed, until {@link #restore}. */
    public void hide() {
        if (there) {
            set("-echo");
        }
    }

    private void set(String... how) {
        before = stty("-g");
        Runtime.getRuntime().addShutdownHook(new Thread(this::restore));
        stty(how);
    }

    public synchronized void restore() {
        if (before != null) {
            stty(before);
            before = null;
        }
    }

    private static String stty(String... arguments) {
        var command = new ArrayList<String>();
        command.add("stty");
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectInput(TTY).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException("a terminal needs the program stty", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
