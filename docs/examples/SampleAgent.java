import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The smallest agent there can be: it says that it has done what it is asked, and does nothing. It
 * needs a JDK alone: {@code CONTROLLER_URL=... NODE_ID=... NODE_TOKEN=... java SampleAgent.java}.
 */
public class SampleAgent implements WebSocket.Listener {
    private static final String INVENTORY =
            """
            {"hostname":"sample","ipAddress":"127.0.0.1","cpuCores":8,"cpuModel":"none","ramMB":16384,
             "diskGB":100,"gpuDevices":[],"engines":["container"],"containerRuntime":"docker","vgpu":false,
             "agentVersion":"sample","simulated":true}
            """;

    private final String node = System.getenv("NODE_ID");
    private final StringBuilder partial = new StringBuilder();
    private final CountDownLatch closed = new CountDownLatch(1);

    public static void main(String[] arguments) throws Exception {
        var agent = new SampleAgent();
        var socket =
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Authorization", "Bearer " + System.getenv("NODE_TOKEN"))
                        .connectTimeout(Duration.ofSeconds(10))
                        .buildAsync(
                                URI.create(
                                        System.getenv("CONTROLLER_URL").replaceFirst("^http", "ws")
                                                + "/ws/node"),
                                agent)
                        .get();
        agent.send(
                socket,
                "node.register",
                "{\"nodeId\":\"%s\",\"name\":\"sample\",\"inventory\":%s,\"managed\":[]}"
                        .formatted(agent.node, INVENTORY));
        while (!agent.closed.await(3, TimeUnit.SECONDS)) {
            agent.send(
                    socket,
                    "telemetry.heartbeat",
                    "{\"timestamp\":\"%s\",\"status\":\"healthy\",\"uptimeSeconds\":1}"
                            .formatted(Instant.now()));
        }
    }

    /** Messages of one socket are sent one after the other. */
    private synchronized void send(WebSocket socket, String type, String data) {
        var message =
                "{\"type\":\"%s\",\"messageId\":\"%s\",\"timestamp\":\"%s\",\"resource\":{\"type\":\"node\",\"id\":\"%s\"},\"data\":%s}";
        socket.sendText(message.formatted(type, UUID.randomUUID(), Instant.now(), node, data), true)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            take(socket, partial.toString());
            partial.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void take(WebSocket socket, String message) {
        System.out.println(message);
        if (!message.contains("\"stepIndex\"") || message.contains("\"command.taken\"")) {
            return;
        }
        var step =
                "\"executionId\":\"%s\",\"stepIndex\":%s,\"attempt\":%s,\"compensation\":%s"
                        .formatted(
                                field(message, "executionId"),
                                field(message, "stepIndex"),
                                field(message, "attempt"),
                                field(message, "compensation"));
        send(socket, "command.ack", "{" + step + "}");
        var runtime =
                message.contains("\"container.start\"")
                        ? "{\"runtime\":{\"id\":\"sample-1\",\"endpoint\":\"127.0.0.1\",\"allocatedGPU\":[],\"allocatedCPU\":1,\"allocatedRAM\":512,\"startedAt\":\"%s\"}}"
                                .formatted(Instant.now())
                        : "{}";
        send(
                socket,
                "command.result",
                "{" + step + ",\"status\":\"success\",\"result\":" + runtime + "}");
    }

    /** Good enough for a sample; an agent that is more than that has a JSON parser. */
    private static String field(String message, String name) {
        var found = Pattern.compile("\"" + name + "\" ?: ?\"?([^\",}]*)").matcher(message);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + name + " in " + message);
        }
        return found.group(1);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        System.out.println("closed: " + code + " " + reason);
        closed.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        System.out.println("broken: " + error);
        closed.countDown();
    }
}
