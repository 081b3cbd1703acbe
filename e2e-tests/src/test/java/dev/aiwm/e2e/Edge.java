package dev.aiwm.e2e;

import dev.aiwm.testing.Required;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** This machine's nginx before two sides, with the configuration that is shipped. */
final class Edge implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process nginx;
    private final String url;
    private final Path log;

    private Edge(Process nginx, String url, Path log) {
        this.nginx = nginx;
        this.url = url;
        this.log = log;
    }

    static Path program() {
        return Required.orSkip(
                "nginx",
                Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    static Edge before(Product commandSide, Product querySide, Path folder) {
        String address = "127.0.0.1:" + Product.freePort();
        var routes =
                new EdgeTemplate()
                        .filledIn(
                                Map.of(
                                        "EDGE_LISTEN",
                                        address,
                                        "EDGE_RESOLVER",
                                        "127.0.0.1",
                                        "EDGE_COMMAND_SIDE",
                                        "127.0.0.1:" + commandSide.port(),
                                        "EDGE_QUERY_SIDE",
                                        "127.0.0.1:" + querySide.port(),
                                        "EDGE_API_DOCUMENT",
                                        Repository.file("docs/openapi.json").toString()));
        try {
            Files.createDirectories(folder);
            Path log = folder.resolve("nginx.log");
            Files.writeString(folder.resolve("routes.conf"), routes);
            Files.writeString(folder.resolve("nginx.conf"), main());
            var nginx =
                    new ProcessBuilder(
                                    program().toString(),
                                    "-p",
                                    folder.toString(),
                                    "-c",
                                    folder.resolve("nginx.conf").toString(),
                                    "-e",
                                    "stderr")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            var edge = new Edge(nginx, "http://" + address, log);
            edge.awaitOpen();
            return edge;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the image has around the routes, in a folder of ours and as whoever runs the tests. */
    private static String main() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return (root ? "user root;\n" : "")
                + """
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                events {}
                http {
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    scgi_temp_path scgi;
                    uwsgi_temp_path uwsgi;
                    include routes.conf;
                }
                """;
    }

    private void awaitOpen() {
        Awaitility.await("nginx answers at " + url)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            if (!nginx.isAlive()) {
                                throw new IllegalStateException("nginx ended: " + output());
                            }
                            return Http.answers(URI.create(url + "/api/health/live"));
                        });
    }

    String url() {
        return url;
    }

    /** Who was asked last for this; nginx notes it after it has answered. */
    Optional<String> sideThatAnswered(String methodAndPath) {
        return Awaitility.await("nginx has noted " + methodAndPath)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> noted(methodAndPath), Optional::isPresent);
    }

    private Optional<String> noted(String methodAndPath) {
        return output().lines()
                .filter(line -> line.contains('"' + methodAndPath + '"'))
                .reduce((first, second) -> second)
                .map(line -> line.replaceFirst("^.* (command|query) \\S+$", "$1"));
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        nginx.destroy();
        try {
            if (!nginx.waitFor(10, TimeUnit.SECONDS)) {
                nginx.destroyForcibly();
            }
        } catch (InterruptedException e) {
            nginx.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
