package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;

/** Executions of users over REST, with a resource that runs. */
abstract class PlanTest extends RestTest {
    static final String PASSWORD = "hunter2-of-the-registry";
    static final String PATH = "/api/executions";
    static String resource;
    static String node;

    @BeforeAll
    static void aResourceThatRuns() {
        var made =
                rest.post("/api/resources", Rest.container("auto-steps", ""), "Prefer", "wait=20")
                        .expect(201);
        resource = made.at("/_id");
        node = made.at("/nodeId");
    }

    static void refused(String body, int status, String code, String pointer, String reason) {
        var answer = rest.post(PATH, body).expect(status);
        assertThat(answer.at("/code")).as(answer.body()).isEqualTo(code);
        assertThat(answer.at("/errors/0/pointer")).as(answer.body()).isEqualTo(pointer);
        if (reason != null) {
            assertThat(answer.at("/errors/0/code")).as(answer.body()).isEqualTo(reason);
        }
    }

    static String plan(String... steps) {
        return "{\"name\": \"mine\", \"labels\": {\"team\": \"ml\"}, \"steps\": ["
                + String.join(",", steps)
                + "]}";
    }

    static String pull() {
        return """
        {"name": "pull", "nodeId": "%s", "action": "container.pull",
         "data": {"resourceId": "%s", "image": "nginx:1.27",
                  "registryAuth": {"username": "me", "password": "%s"}}}
        """
                .formatted(node, resource, PASSWORD);
    }

    static String stop(String more) {
        return step("container.stop", more);
    }

    static String named(String name, String dependsOn) {
        return stop(", \"name\": \"" + name + "\", \"dependsOn\": [" + dependsOn + "]");
    }

    static String step(String action, String more) {
        return """
        {"nodeId": "%s", "action": "%s", "data": {"resourceId": "%s"}%s}
        """
                .formatted(node, action, resource, more);
    }
}
