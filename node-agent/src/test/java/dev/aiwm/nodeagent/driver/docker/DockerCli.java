package dev.aiwm.nodeagent.driver.docker;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The engine's own command line, which looks at what the driver did and does what a person would do
 * by hand. Without an engine, tests that need one are skipped, or fail when {@code AIWM_REQUIRE}
 * names {@code docker}.
 */
final class DockerCli {
    private static final Path BUSYBOX = Path.of("/bin/busybox");
    private static final List<String> PROGRAMS =
            List.of(
                    "sh", "sleep", "cat", "echo", "rm", "mv", "httpd", "id", "env", "ls", "stty",
                    "kill");

    private static DockerCli shared;

    private final Path socket;
    private String image;

    DockerCli(Path socket) {
        this.socket = socket;
    }

    /** The engine of this machine. */
    static synchronized DockerCli ofThisMachine() {
        if (shared == null) {
            require(Files.isExecutable(BUSYBOX), "a static busybox");
            var cli = new DockerCli(DockerSettings.DEFAULT_SOCKET);
            require(cli.answers(), "a Docker engine that answers, and its command line");
            shared = cli;
            Runtime.getRuntime().addShutdownHook(new Thread(cli::removeImage));
        }
        return shared;
    }

    static void require(boolean there, String what) {
        String required = Optional.ofNullable(System.getenv("AIWM_REQUIRE")).orElse("");
        if (!there && List.of(required.split(",")).contains("docker")) {
            fail(what + " is required and not there");
        }
        Assumptions.assumeTrue(there, what + " is needed");
    }

    Path socket() {
        return socket;
    }

    /** A small image that has busybox and nothing else, made once. */
    synchronized String image() {
        if (image == null) {
            String name = "aiwm-test/" + UUID.randomUUID().toString().substring(0, 8) + ":1";
            importBusybox(name);
            image = name;
        }
        return image;
    }

    /** Makes such an image under this name. */
    void importBusybox(String name) {
        importImage(name, "busybox", PROGRAMS);
    }

    /** Makes an image with a web server and nothing else: no shell, nothing that could ask it. */
    void importWebServer(String name) {
        importImage(name, "httpd", List.of());
    }

    private void importImage(String name, String program, List<String> otherNames) {
        try {
            var folder = Files.createTempDirectory("busybox");
            var archive = folder.resolveSibling(folder.getFileName() + ".tar");
            try {
                var bin = Files.createDirectories(folder.resolve("bin"));
                Files.createDirectories(folder.resolve("tmp"));
                Files.copy(BUSYBOX, bin.resolve(program));
                for (var other : otherNames) {
                    Files.createSymbolicLink(bin.resolve(other), Path.of(program));
                }
                var tar = List.of("tar", "-C", folder.toString(), "-cf", archive.toString(), ".");
                var unused = Command.run(tar).orFail();
                unused = run("import", "-c", "ENV PATH=/bin", archive.toString(), name);
            } finally {
                Files.deleteIfExists(archive);
                var unused = Command.run(List.of("rm", "-r", folder.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void removeImage() {
        if (image != null) {
            var unused = tryRun("rmi", "-f", image);
        }
    }

    String run(String... arguments) {
        return execute(arguments).orFail();
    }

    /** What it says, whether it succeeds or not. */
    String tryRun(String... arguments) {
        return execute(arguments).text();
    }

    /** One field of a container, by a Go template. */
    String inspect(String container, String template) {
        return run("inspect", "--format", template, container).strip();
    }

    /** Names of all containers with this label, running or not. */
    List<String> labelled(String label, String value) {
        var filter = "label=" + label + "=" + value;
        return run("ps", "-a", "--filter", filter, "--format", "{{.Names}}").lines().toList();
    }

    boolean answers() {
        try {
            return execute("version").status() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private Command.Result execute(String... arguments) {
        var command = new ArrayList<>(List.of("docker", "-H", "unix://" + socket));
        command.addAll(List.of(arguments));
        return Command.run(command);
    }
}
