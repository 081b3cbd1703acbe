package dev.aiwm.e2e;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The command line of a real engine, to look at what the product did with it. Without an engine
 * tests that need one are skipped, or fail when {@code AIWM_REQUIRE} names {@code docker}.
 */
final class Docker {
    private static final Path BUSYBOX = Path.of("/bin/busybox");
    private static final List<String> PROGRAMS = List.of("sh", "sleep", "cat", "httpd", "mkdir");
    private static final long PATIENCE_SECONDS = 60;

    private final String socket;

    Docker(String socket) {
        this.socket = socket;
    }

    /** The engine of this machine. */
    static Docker ofThisMachine() {
        var docker = new Docker("/var/run/docker.sock");
        require(
                Files.isExecutable(BUSYBOX) && docker.execute("version").status() == 0,
                "a Docker engine, its command line and a static busybox");
        return docker;
    }

    static void require(boolean there, String what) {
        String required = Optional.ofNullable(System.getenv("AIWM_REQUIRE")).orElse("");
        if (!there && List.of(required.split(",")).contains("docker")) {
            fail(what + " is required and not there");
        }
        Assumptions.assumeTrue(there, what + " is needed");
    }

    /** Makes an image of busybox that answers HTTP at port 80 with this text. */
    void importWebServer(String image, String text, Path scratch) {
        try {
            var folder = Files.createTempDirectory(scratch, "image");
            var bin = Files.createDirectories(folder.resolve("bin"));
            Files.copy(BUSYBOX, bin.resolve("busybox"));
            for (var program : PROGRAMS) {
                Files.createSymbolicLink(bin.resolve(program), Path.of("busybox"));
            }
            Files.writeString(
                    Files.createDirectories(folder.resolve("www")).resolve("index.html"), text);
            var archive = scratch.resolve("image.tar");
            var packed =
                    run(List.of("tar", "-C", folder.toString(), "-cf", archive.toString(), "."));
            if (packed.status() != 0) {
                throw new AssertionError(packed.text());
            }
            // a first process that does not ask for signals gets none, so a shell hears them for it
            String serve = "trap 'exit 0' TERM; httpd -f -p 80 -h /www & wait";
            String command = "CMD [\"sh\", \"-c\", \"" + serve + "\"]";
            var unused =
                    tell("import", "-c", "ENV PATH=/bin", "-c", command, archive.toString(), image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String tell(String... arguments) {
        var result = execute(arguments);
        if (result.status() != 0) {
            throw new AssertionError("docker " + List.of(arguments) + ": " + result.text());
        }
        return result.text().strip();
    }

    /** Names and states of all that belongs to a node, running or not. */
    List<String> containersOf(String nodeId) {
        return tell(
                        "ps",
                        "-a",
                        "--filter",
                        "label=aiwm.io/node-id=" + nodeId,
                        "--format",
                        "{{.Names}} {{.State}}")
                .lines()
                .toList();
    }

    record Result(int status, String text) {}

    Result execute(String... arguments) {
        var command = new ArrayList<>(List.of("docker", "-H", "unix://" + socket));
        command.addAll(List.of(arguments));
        return run(command);
    }

    static Result run(List<String> command) {
        try {
            var output = Files.createTempFile("docker", ".txt");
            try {
                var process =
                        new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .redirectInput(new File("/dev/null"))
                                .redirectOutput(output.toFile())
                                .start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("does not end: " + command);
                }
                return new Result(process.exitValue(), Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
