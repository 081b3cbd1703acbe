package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Verbs about many at once, about time, and about what keeps the product going. */
class CommandLineOfTheFleetTest {
    private static final String SCHEDULE =
            """
            name: evening
            filter: {label: [team=night]}
            timing: {type: cron, expression: "0 19 * * *"}
            operation: {action: stop}
            """;

    @TempDir static Path folder;

    static Product product;
    static Api api;
    static CommandLine aiwm;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start(folder.resolve("data"));
        api = product.api();
        api.awaitField("/api/nodes/local-sim", "/status", "online");
        aiwm = new CommandLine(folder, product.url());
        aiwm.typing(Product.PASSWORD + "\n", "login", "--password-stdin").expect(0);
        create("day", "team=day");
        create("night", "team=night");
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    private static void create(String name, String label) {
        aiwm.run("create", "container", name, "nginx", "-l", label, "--wait").expect(0);
        awaitStatus(name, "running");
    }

    /** {@code --wait} waits for the execution; what it did shows a moment later. */
    private static void awaitStatus(String name, String status) {
        api.awaitField("/api/resources?name=" + name, "/items/0/status", status);
    }

    private static String ok(String... words) {
        return aiwm.run(words).expect(0).out();
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void what_matches_is_stopped_at_once_and_a_schedule_does_it_later() throws IOException {
        create("one", "team=bulk");
        create("two", "team=bulk");
        assertThat(ok("bulk", "stop", "-l", "team=bulk", "--dry-run", "--no-headers").lines())
                .hasSize(2);
        assertThat(ok("bulk", "stop", "-l", "team=bulk", "--wait"))
                .contains("stop of 2 begun")
                .containsPattern("one +succeeded");
        assertThat(ok("get", "bulk-operations", "--no-headers")).containsPattern("stop +succeeded");
        assertThat(aiwm.run("bulk", "stop").expect(2).err()).contains("choose by");

        ok("schedules", "create", "-f", file("schedule.yaml", SCHEDULE));
        api.awaitField("/api/schedules", "/total", "1");
        var id = ok("schedules", "-q").strip();
        assertThat(ok("schedules")).contains("evening").contains("0 19 * * *");
        ok("schedules", "disable", id);
        assertThat(ok("schedules", "run", id)).contains("begun as ");
        assertThat(ok("schedules", "runs", id)).contains("BECAUSE");
        assertThat(ok("describe", "schedule", id)).contains("evening");
        ok("schedules", "delete", id, "--yes");
        aiwm.eventually(
                left -> assertThat(left).doesNotContain("evening"), "schedules", "--no-headers");
    }

    @Test
    void an_execution_of_ones_own_is_begun_from_a_file_and_steered() throws IOException {
        var resource = ok("get", "resource", "day", "-q").strip();
        var plan =
                """
                name: again
                steps:
                  - {nodeId: local-sim, action: container.restart, data: {resourceId: %s}}
                """
                        .formatted(resource);
        var told = ok("executions", "create", "-f", file("plan.yaml", plan), "--wait");
        assertThat(told).contains("succeeded");
        var id = told.substring(0, told.indexOf(':'));
        assertThat(ok("executions", "steps", id)).contains("container.restart");
        aiwm.run("executions", "pause", id).expect(5);
        aiwm.run("executions", "resume", id).expect(5);
        ok("executions", "edit", id, "-l", "why=test");
        aiwm.eventually(
                described -> assertThat(described).contains("why"), "describe", "execution", id);
    }

    @Test
    void the_past_is_looked_through_explained_and_proven_elsewhere() throws IOException {
        create("past", "team=past");
        ok("stop", "past", "--wait");
        awaitStatus("past", "stopped");
        var event = ok("audit", "history", "past", "--type", "ResourceStopped", "-q").strip();
        assertThat(ok("audit", "causes", event))
                .contains("request")
                .containsPattern("ResourceStopped .*<--");
        assertThat(ok("audit", "list", "--resource", "past", "--limit", "0"))
                .contains("ResourceCreated");
        assertThat(ok("diff", "past", "--from", "10m")).contains("status").contains("stopped");
        assertThat(ok("diff", "fleet", "--from", "10m")).contains("status").contains("FIELD");
        assertThat(ok("fleet")).contains("local-sim").contains("position ");

        assertThat(ok("audit", "invariants")).contains("they hold").contains("positions");
        assertThat(ok("audit", "what-if", "--from", "1h", "--quota", "default=resources:0"))
                .contains("requests: ");

        var log = folder.resolve("log.jsonl").toString();
        ok("audit", "checkpoints", "--to", folder.resolve("kept.json").toString());
        ok("audit", "export", "--to", log);
        var nowhere = new CommandLine(folder.resolve("elsewhere"), "http://127.0.0.1:1");
        assertThat(nowhere.run("verify", log).expect(0).out()).contains("the log is intact");
        var text = Files.readString(Path.of(log));
        Files.writeString(Path.of(log), text.replaceFirst("past", "post"));
        assertThat(nowhere.run("verify", log).expect(1).err()).contains("changed at position");

        var proof = folder.resolve("past.json").toString();
        ok("audit", "proof", "past", "--to", proof);
        nowhere.run("audit", "verify", proof).expect(0);
    }

    @Test
    void read_models_are_compared_and_built_anew_and_nodes_are_edited() {
        assertThat(ok("projections")).contains("resources").contains("live");
        assertThat(ok("projections", "verify", "resources")).contains("all the same");
        ok("projections", "rebuild", "resources", "--wait");
        assertThat(ok("describe", "projection", "resources")).contains("generation");
        assertThat(ok("dead-letters", "--no-headers")).isBlank();
        aiwm.run("dead-letters", "retry", "nothing").expect(3);

        ok("node", "edit", "local-sim", "-l", "zone=a", "--name", "here");
        aiwm.eventually(
                nodes -> assertThat(nodes).contains("here"),
                "get",
                "nodes",
                "-l",
                "zone=a",
                "-o",
                "wide");
        ok("node", "edit", "local-sim", "-l", "zone");
        aiwm.eventually(
                nodes -> assertThat(nodes).isBlank(),
                "get",
                "nodes",
                "-l",
                "zone=a",
                "--no-headers");
        assertThat(ok("metrics", "node", "local-sim", "--from", "10m")).contains("TIME");
    }
}
