package dev.aiwm.testing;

import static org.junit.jupiter.api.Assertions.fail;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** libvirt as its own program shows it: what tests check a driver against. */
public final class Virsh {
    public static final String URI = "qemu:///system";

    private static final String WANTED = "libvirt";
    private static final int SECONDS = 60;

    private Virsh() {}

    /** Skips the test without libvirt, or fails it when {@code AIWM_REQUIRE} names libvirt. */
    public static void require() {
        String missing = missing();
        if (missing == null) {
            return;
        }
        String required = Optional.ofNullable(System.getenv("AIWM_REQUIRE")).orElse("");
        if (required.contains(WANTED)) {
            fail("libvirt is required: " + missing);
        }
        Assumptions.abort(missing);
    }

    private static String missing() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return "only root may end machines' processes and read their consoles' logs";
        }
        try {
            run(List.of("qemu-img", "--version"));
            return virsh("version").contains("QEMU") ? null : "libvirt has no QEMU";
        } catch (UncheckedIOException | IllegalStateException e) {
            return e.getMessage();
        }
    }

    public static String virsh(String... arguments) {
        var command = new ArrayList<>(List.of("virsh", "-c", URI));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    public static boolean hasDomain(String name) {
        return virsh("list", "--all", "--name").lines().anyMatch(name::equals);
    }

    public static String state(String name) {
        return virsh("domstate", name).strip();
    }

    /**
     * Ends a machine that runs, by force. libvirt may see that it has ended before it answers, and
     * then says that there was nothing to end.
     */
    public static void end(String uri, String domain) {
        try {
            run(List.of("virsh", "-c", uri, "destroy", domain));
        } catch (IllegalStateException e) {
            if (!e.getMessage().contains("domain is not running")) {
                throw e;
            }
        }
    }

    /** What it says; an {@link IllegalStateException} says it when it ends badly. */
    public static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said.strip());
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
