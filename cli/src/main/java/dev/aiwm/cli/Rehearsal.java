package dev.aiwm.cli;

import dev.aiwm.cli.session.Surroundings;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Runs the usual verbs once against a server of its own that says next to nothing, so that the JVM
 * which records this run has all their classes in its archive. The launcher does so after a build.
 */
final class Rehearsal {
    private static final String ANSWER =
            "{\"accessToken\":\"t\",\"done\":true,\"status\":\"succeeded\",\"executionId\":\"e\","
                    + "\"items\":[{\"_id\":\"000000000000000000000001\",\"name\":\"web\",\"version\":1,"
                    + "\"resourceType\":\"virtual-machine\",\"status\":\"running\",\"labels\":{\"a\":\"b\"},"
                    + "\"claims\":{\"ramMB\":1024,\"gpuIds\":[\"g\"]},"
                    + "\"createdAt\":\"2026-01-01T00:00:00Z\"}],\"nextCursor\":null}";

    private static final List<List<String>> VERBS =
            List.of(
                    List.of("login", "--password-stdin"),
                    List.of("get", "resources"),
                    List.of("get", "nodes", "-o", "wide"),
                    List.of("get", "executions", "-o", "json"),
                    List.of("get", "resources", "-o", "yaml"),
                    List.of("get", "resources", "-o", "jsonpath={.items[*].name}"),
                    List.of("describe", "web"),
                    List.of("stop", "web", "--wait"),
                    List.of("delete", "web", "--yes"),
                    List.of("create", "container", "web", "nginx:1", "-p", "80:80"),
                    List.of("complete", "--", "get", "re"),
                    List.of("get", "--help"),
                    List.of("no-such-verb"));

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        var config = Files.createTempFile("aiwm-rehearsal", ".json");
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Files.delete(config);
            var listener = new Thread(() -> serve(server));
            listener.setDaemon(true);
            listener.start();
            var environment =
                    Map.of(
                            "AIWM_CONFIG",
                            config.toString(),
                            "AIWM_SERVER",
                            "http://127.0.0.1:" + server.getLocalPort());
            VERBS.forEach(verb -> Main.run(unseen(environment), verb.toArray(String[]::new)));
        } finally {
            Files.deleteIfExists(config);
        }
    }

    private static Surroundings unseen(Map<String, String> environment) {
        var nobody = new PrintWriter(new StringWriter());
        var in = new ByteArrayInputStream("password\n".getBytes(StandardCharsets.UTF_8));
        return new Surroundings(
                environment, in, nobody, nobody, false, false, false, Clock.systemUTC());
    }

    private static void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // a verb went away; the next one comes
            }
        }
    }

    private static void answer(Socket socket) throws IOException {
        var reader =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        int length = 0;
        for (var line = reader.readLine();
                line != null && !line.isEmpty();
                line = reader.readLine()) {
            if (line.startsWith("Content-Length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        reader.skip(length);
        var body = ANSWER.getBytes(StandardCharsets.UTF_8);
        var head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(body);
    }
}
