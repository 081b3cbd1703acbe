package dev.aiwm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Docker engine without anything of ours between: its own API and its own command line. */
final class RawEngine implements AutoCloseable {
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    private static final Path BUSYBOX = Path.of("/bin/busybox");
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String PROGRAM =
            "[\"sh\", \"-c\", \"trap 'exit 0' TERM; sleep 3600 & wait\"]";

    private final HttpLine line;
    private final String image;
    private final boolean owner;

    private RawEngine(String image, boolean owner) throws IOException {
        this.line = new HttpLine(SOCKET);
        this.image = image;
        this.owner = owner;
    }

    static boolean isThere() {
        return Files.isWritable(SOCKET) && Files.isExecutable(BUSYBOX) && Peer.isThere("docker");
    }

    /** With an image of its own, which is removed in the end. */
    static RawEngine withImage(String image, Path scratch)
            throws IOException, InterruptedException {
        Path bin = Files.createDirectories(scratch.resolve("image/bin"));
        Files.copy(BUSYBOX, bin.resolve("busybox"));
        for (var name : List.of("sh", "sleep")) {
            Files.createSymbolicLink(bin.resolve(name), Path.of("busybox"));
        }
        String archive = scratch.resolve("image.tar").toString();
        Peer.tell("tar", "-C", scratch.resolve("image").toString(), "-cf", archive, ".");
        Peer.tell(
                "docker", "import", "-c", "ENV PATH=/bin", "-c", "CMD " + PROGRAM, archive, image);
        return new RawEngine(image, true);
    }

    /** The same on a connection of its own. */
    RawEngine again() throws IOException {
        return new RawEngine(image, false);
    }

    /** Create and start; answers the container's id. */
    String start() throws IOException {
        String body =
                """
                {"Image": "%s", "HostConfig": {"NetworkMode": "bridge", "NanoCpus": 100000000,
                 "Memory": 33554432, "CapDrop": ["ALL"]}}
                """
                        .formatted(image);
        var made = line.send("POST", "/v1.41/containers/create", JSON, body);
        String id = Api.expect(made, 201, "create").path("Id").asString();
        var started = line.send("POST", "/v1.41/containers/" + id + "/start", "", "");
        if (started.status() != 204) {
            throw new IllegalStateException("start: " + started.status() + started.text());
        }
        return id;
    }

    void remove(String id) throws IOException {
        var gone = line.send("DELETE", "/v1.41/containers/" + id + "?force=true", "", null);
        if (gone.status() != 204) {
            throw new IllegalStateException("remove: " + gone.status() + gone.text());
        }
    }

    /** What one would type. */
    String run() throws IOException, InterruptedException {
        return Peer.tell(
                "docker", "run", "-d", "--cpus", "0.1", "-m", "32m", "--cap-drop", "ALL", image);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        line.close();
        if (owner) {
            Peer.tell("docker", "rmi", "-f", image);
        }
    }

    /** Containers that were started, to be removed later. */
    static final class Started {
        private final List<String> ids = new ArrayList<>();

        synchronized void add(String id) {
            ids.add(id);
        }

        synchronized void removeBy(RawEngine engine) throws IOException {
            for (var id : ids) {
                engine.remove(id);
            }
            ids.clear();
        }
    }
}
