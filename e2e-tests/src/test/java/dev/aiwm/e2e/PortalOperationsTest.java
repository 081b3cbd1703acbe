package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is done at certain times, to many, or in steps of one's own, from the Portal. */
class PortalOperationsTest {
    @TempDir static Path folder;

    static Portal portal;
    static Api api;
    static String container;

    private Page page;

    @BeforeAll
    static void start() {
        portal = Portal.start(folder, Map.of());
        api = portal.api();
        api.awaitField("/api/nodes/local-sim", "/status", "online");
        container = api.post("/api/resources", Examples.container("shop")).expect(201).at("/_id");
        api.awaitStatus(container, "running");
    }

    @AfterAll
    static void stop() {
        if (portal != null) {
            portal.close();
        }
    }

    @BeforeEach
    void open() {
        page = portal.page();
    }

    @AfterEach
    void nothingWentWrongInThePage() {
        var complaints = page.complaints();
        page.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_schedule_is_made_run_changed_and_deleted() {
        portal.signIn(page, "#/schedules/new?resource=" + container);
        page.fill("Name", "evening");
        page.choose("What", "restart");
        page.fill("Cron expression", "0 19 * * mon-fri");
        page.choose("Time zone", "Europe/Vienna");
        page.click("button", "Make it");
        page.awaitNamed("h1", "evening");
        page.await("document.querySelectorAll('.times li').length === 10");
        page.click("button", "Run now");
        page.awaitNamed("a", "succeeded");
        var schedule = page.evaluate("location.hash.split('/').at(-1)").asString();

        page.click("a", "Edit");
        page.choose("How often", "after");
        page.fill("After", "3");
        page.awaitText("/timing/seconds");
        page.click("button", "Change it");
        page.awaitText("once, after 3 h 0 min");
        page.awaitText("Schedule retimed");
        api.awaitField("/api/schedules/" + schedule, "/timing/seconds", "10800");
        Portal.requireAccessible(page, List.of("#/schedules/" + schedule, "#/schedules"));
        page.goTo("#/schedules/" + schedule);
        page.click("a", "succeeded");
        page.awaitNamed("h1", "restart");
        page.await("document.querySelector('#results') && " + Page.row("shop"));
        page.awaitText("Bulk item ended");
        Portal.requireAccessible(page, List.of("#/bulk-operations"));

        page.goTo("#/schedules/" + schedule);
        page.click("button", "Delete…");
        page.fill("Type evening to confirm", "evening");
        page.click("button", "Delete");
        page.awaitNamed("h1", "Schedules");
        // the list is read at once, perhaps before the read model knows of the deletion
        api.awaitField("/api/schedules", "/total", "0");
        page.goTo("#/");
        page.goTo("#/schedules");
        page.awaitText("Nothing is done by itself");
    }

    @Test
    void a_plan_that_is_wrong_is_told_where_and_a_step_is_decided_by_an_operator() {
        api.post("/api/nodes", "{\"nodeId\":\"silent\",\"name\":\"silent\"}").expect(201);
        portal.signIn(page, "#/executions/new");
        page.fill(
                "Plan as JSON",
                """
                {"name": "by hand", "steps": [
                 {"name": "check", "nodeId": "silent", "action": "system.healthCheck"},
                 {"name": "after", "nodeId": "local-sim", "action": "container.restart",
                  "data": {"resourceId": "%s"}, "dependsOn": ["chekc"]}]}
                """
                        .formatted(container));
        page.click("button", "Begin");
        page.click("button", "Show line 4");
        page.await(
                "document.activeElement.value.slice(document.activeElement.selectionStart)"
                        + ".trim().startsWith('\"data\"')");
        page.evaluate("document.execCommand('selectAll')");
        page.type(
                """
                {"name": "by hand", "steps": [
                 {"name": "check", "nodeId": "silent", "action": "system.healthCheck"},
                 {"name": "after", "nodeId": "local-sim", "action": "container.restart",
                  "data": {"resourceId": "%s"}, "dependsOn": ["check"]}]}
                """
                        .formatted(container));
        page.click("button", "Begin");
        page.awaitNamed("h1", "by hand");
        page.awaitText("waits for its node");
        page.click("summary", "Decide how it ended");
        page.click("button", "check has succeeded");
        page.fill("Reason", "seen on the machine");
        page.click("button", "It has succeeded");
        page.await("document.querySelector('.facts .status')?.innerText.includes('succeeded')");
        page.awaitText("decided by an operator: seen on the machine");
        page.click("summary", "In detail");
        page.awaitText("waited");
    }
}
