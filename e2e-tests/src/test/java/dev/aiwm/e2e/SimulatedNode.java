package dev.aiwm.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A node agent with the simulated driver, as a process of its own, enrolled under an id of choice.
 */
final class SimulatedNode implements AutoCloseable {
    private static final String HEAP = "48m";

    private final String token;
    private final JavaProgram program;

    private SimulatedNode(String token, JavaProgram program) {
        this.token = token;
        this.program = program;
    }

    static SimulatedNode enrol(Api api, String nodeId, Path folder) {
        return enrol(api, api.url(), "dev.aiwm.nodeagent.NodeAgentMain", nodeId, folder);
    }

    /** The same with a program of choice that dials an address of choice. */
    static SimulatedNode enrol(
            Api api, String controller, String program, String nodeId, Path folder) {
        api.post("/api/nodes", "{\"nodeId\":\"" + nodeId + "\",\"name\":\"" + nodeId + "\"}")
                .expect(201);
        var token = api.post("/api/nodes/" + nodeId + "/token", "{}").expect(201).at("/token");
        var environment =
                Map.of(
                        "CONTROLLER_URL",
                        controller,
                        "NODE_ID",
                        nodeId,
                        "NODE_TOKEN",
                        token,
                        "AIWM_NODE",
                        "simulated",
                        "AIWM_DATA",
                        folder.resolve(nodeId).toString());
        var node =
                new SimulatedNode(
                        token,
                        new JavaProgram(
                                HEAP,
                                program,
                                List.of(),
                                environment,
                                folder.resolve(nodeId + ".log")));
        node.startAgain();
        boolean online = false;
        try {
            api.awaitField("/api/nodes/" + nodeId, "/status", "online");
            online = true;
            return node;
        } finally {
            if (!online) {
                node.close();
            }
        }
    }

    String token() {
        return token;
    }

    void startAgain() {
        program.launch();
    }

    void kill() {
        program.kill();
    }

    @Override
    public void close() {
        program.close();
    }
}
