package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every way in that a secret can take, with a secret on it; keeps what was answered. */
final class SecretDoors {
    /** Goes in beside the secrets and is none. */
    static final String PLAIN = "pl41nmarkq7";

    private final Api api;
    private final String mark;
    private final List<String> answers = new ArrayList<>();
    private String lastExecution;
    private String repeatedNodeToken;
    private String container;

    SecretDoors(Api api, String mark) {
        this.api = api;
        this.mark = mark;
    }

    List<String> answers() {
        return List.copyOf(answers);
    }

    /** The execution that was asked for last. */
    String lastExecution() {
        return lastExecution;
    }

    /** A node token that was asked for twice under one key. */
    String repeatedNodeToken() {
        return repeatedNodeToken;
    }

    private Answer heard(Answer answer) {
        answers.add(text(answer.headers()) + answer.text());
        return answer;
    }

    private static String text(HttpHeaders headers) {
        return headers.map() + "\n";
    }

    private Answer create(String body, String... header) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Correlation-Id", PLAIN + "-correlation");
        if (header.length > 0) {
            headers.put(header[0], header[1]);
        }
        return heard(api.post("/api/resources", body, headers));
    }

    private Answer patch(String id, String body) {
        return heard(api.patch("/api/resources/" + id, body));
    }

    private Answer act(String id, String action, String body) {
        var wait = Map.of("Prefer", "wait=30");
        return heard(api.post("/api/resources/" + id + "/" + action, body, wait));
    }

    /** Creating, repeating, changing, running and deleting. */
    void resources(String node) {
        container = create(container("secretive", node, mark)).expect(201).at("/_id");
        var machine = create(machine(node, mark + "-vm"), "Idempotency-Key", "machine");
        machine.expect(201);
        create(machine(node, mark + "-vm"), "Idempotency-Key", "machine").expect(201);
        create(machine(node, mark + "-else"), "Idempotency-Key", "machine").expect(422);
        for (var id : List.of(container, machine.at("/_id"))) {
            heard(api.awaitStatus(id, "running"));
            act(id, "stop", "{}").expect(200);
        }
        patch(container, registry("\"" + mark + "-registry2\"")).expect(200);
        patch(container, variable("\"" + mark + "-named2\"")).expect(200);
        patch(container, variable("{\"value\": \"" + mark + "-m2\", \"secret\": true}"))
                .expect(200);
        patch(container, variable("null")).expect(200);
        patch(machine.at("/_id"), cloudInit("\"" + mark + "-cloud2\"")).expect(200);
        act(container, "start", "{}").expect(200);
        var deleted = heard(api.delete("/api/resources/" + machine.at("/_id"))).expect(202);
        heard(api.awaitStatus(machine.at("/_id"), "deleted"));
        lastExecution = deleted.header("Location").replaceFirst(".*/", "");
    }

    /** What is refused, each for another reason and at another place. */
    void refusals() {
        var whole = container("refused", "talkative", mark);
        create(whole.replace("talkative", "no-such-node")).expect(404);
        create(whole.replace("\"cpuCores\": 0.1", "\"cpuCores\": 9999")).expect(409);
        create(whole.replace("\"imageName\"", "\"imageNam\"")).expect(400);
        create(whole.replace("\"cpuCores\": 0.1", "\"cpuCores\": \"" + mark + "\"")).expect(400);
        create(whole.replace("\"docker-hub\"", "\"" + mark + "\"")).expect(400);
        create(whole.replace("\"type\": \"application-container\"", "\"type\": \"" + mark + "\""))
                .expect(400);
        create(whole.substring(0, whole.indexOf("-registry"))).expect(400);
        create(whole.replace("\"" + mark + "-registry\"", mark)).expect(400);
        create(whole.replace("\"" + mark + "-registry\"", "\"" + mark + "\\x\"")).expect(400);
        create(whole.replace("\"" + mark + "-registry\"", "[\"" + mark + "\"]")).expect(400);
        create("\"" + mark + "\"").expect(400);
        create("[\"" + mark + "\"]").expect(400);
        create(mark).expect(400);
        create(whole, "Content-Type", "text/plain").expect(415);
        create(whole.replace("refused", "x".repeat(3_000_000))).expect(413);
        for (var wrong : wrongValues()) {
            patch(container, registry(wrong)).expect(400);
            patch(container, cloudInit(wrong)).expect(400);
        }
        for (var wrong : wrongVariables()) {
            patch(container, variable(wrong)).expect(400);
        }
        for (var part : List.of("registryAuth", "environment", "cloudInit")) {
            patch(container, "{\"config\": {\"" + part + "\": \"" + mark + "\"}}").expect(400);
            patch(container, "{\"config\": {\"" + part + "\": [\"" + mark + "\"]}}").expect(400);
        }
        act(container, "stop", "{\"force\": \"" + mark + "\"}").expect(400);
        act(container, "stop", "{\"timeout\": \"" + mark + "\"}").expect(400);
    }

    private List<String> wrongValues() {
        return List.of("[\"" + mark + "\"]", "{\"value\": \"" + mark + "\"}");
    }

    private List<String> wrongVariables() {
        return List.of(
                "[\"" + mark + "\"]",
                "{\"valu\": \"" + mark + "\"}",
                "{\"value\": \"" + mark + "\", \"secret\": \"" + mark + "\"}",
                "{\"value\": [\"" + mark + "\"], \"secret\": true}",
                "\"" + mark.repeat(7_000) + "\"");
    }

    /** Who one says to be, and with what. */
    void identities() {
        var anonymous = Api.anonymous(api.url());
        var wrong = "{\"username\": \"admin\", \"password\": \"" + mark + "\"}";
        heard(anonymous.post("/api/auth/login", wrong)).expect(401);
        heard(anonymous.post("/api/auth/login", wrong.replace("admin", mark))).expect(401);
        heard(anonymous.post("/api/auth/login", wrong.replace("password", "pass"))).expect(400);
        heard(anonymous.post("/api/auth/login", wrong.substring(0, wrong.length() - 4)))
                .expect(400);
        heard(anonymous.post("/api/auth/login", wrong.replace("\"" + mark + "\"", mark)))
                .expect(400);
        heard(
                        anonymous.post(
                                "/api/auth/login",
                                wrong.replace("\"" + mark + "\"", "{\"" + mark + "\": 1}")))
                .expect(400);
        for (var scheme : List.of("Bearer ", "Bearer a.b.", "Basic ")) {
            var shown = Map.of("Authorization", scheme + mark);
            heard(anonymous.send("GET", "/api/resources", null, shown)).expect(401);
            heard(anonymous.send("GET", "/ws/node", null, shown));
        }
        var token = "/api/nodes/talkative/token";
        var key = Map.of("Idempotency-Key", "token");
        repeatedNodeToken = api.post(token, "{}", key).expect(201).at("/token");
        var again = api.post(token, "{}", key).expect(201).at("/token");
        if (!again.equals(repeatedNodeToken)) {
            throw new AssertionError("one key made two tokens");
        }
    }

    /** Everything that can be read. */
    void reads() {
        api.awaitThat("/api/nodes/talkative/metrics", told -> assertThat(told.json()).isNotEmpty());
        for (var path :
                List.of(
                        "/api/resources",
                        "/api/resources/" + container,
                        "/api/resources/" + container + "/status",
                        "/api/executions?limit=100",
                        "/api/nodes",
                        "/api/nodes/talkative",
                        "/api/nodes/talkative/allocations",
                        "/api/nodes/talkative/containers",
                        "/api/nodes/talkative/metrics",
                        "/api/admin/projections",
                        "/api/health",
                        "/api-docs.json",
                        "/metrics")) {
            heard(api.get(path)).expect(200);
        }
        for (var execution : api.get("/api/executions?limit=100").json().at("/items")) {
            var path = "/api/executions/" + execution.at("/executionId").asString();
            heard(api.get(path)).expect(200);
            heard(api.get(path + "/steps")).expect(200);
        }
    }

    private static String registry(String password) {
        return "{\"config\": {\"registryAuth\": {\"username\": \"u\", \"password\": "
                + password
                + "}}}";
    }

    private static String cloudInit(String password) {
        return "{\"config\": {\"cloudInit\": {\"password\": " + password + "}}}";
    }

    private static String variable(String value) {
        return "{\"config\": {\"environment\": {\"DB_PASSWORD\": " + value + "}}}";
    }

    private static String machine(String node, String password) {
        return Examples.UBUNTU_VM
                .replace(Examples.NODE_ID, node)
                .replace("Development VM", PLAIN)
                .replace("initial-password-123", password);
    }

    private static String container(String name, String node, String mark) {
        return """
        {"name": "%1$s", "resourceType": "application-container", "nodeId": "%2$s",
         "description": "%4$s", "labels": {"team": "%4$s"},
         "config": {"type": "application-container", "registry": "docker-hub",
                    "imageName": "%4$s", "cpuCores": 0.1, "ramLimit": 16,
                    "registryAuth": {"username": "u", "password": "%3$s-registry"},
                    "environment": {"DB_PASSWORD": "%3$s-1", "API_TOKEN": "%3$s-2",
                                    "MY_SECRET": "%3$s-3", "LICENSE_KEY": "%3$s-4",
                                    "PGPASS": "%3$s-5", "aws_creds": "%3$s-6",
                                    "QUIET": {"value": "%3$s-7", "secret": true},
                                    "URL": "amqp://u:%3$s-8@host",
                                    "JDBC": "jdbc:postgresql://db/x?user=u&password=%3$s-9",
                                    "SHOWN": "%4$s", "SPELT": {"value": "%4$s", "secret": false}}}}
        """
                .formatted(name, node, mark, PLAIN);
    }
}
