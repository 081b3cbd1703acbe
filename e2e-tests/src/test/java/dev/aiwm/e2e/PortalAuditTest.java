package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The past in the Portal: looked at, searched, decided again, and proved. */
class PortalAuditTest {
    @TempDir static Path folder;

    static Portal portal;
    static Api api;
    static String container;
    static String beforeIt;

    private Page page;

    @BeforeAll
    static void start() {
        portal = Portal.start(folder, Map.of());
        api = portal.api();
        api.awaitField("/api/nodes/local-sim", "/status", "online");
        beforeIt = Instant.now().toString();
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
    void the_bar_shows_the_fleet_as_it_was_by_keyboard() {
        portal.signIn(page, "#/audit");
        page.focus("input", "Instant");
        for (int press = 0; press < 30; press++) {
            page.press("ArrowLeft");
        }
        page.awaitNamed("a", "Back to now");
        assertThat(page.evaluate("location.hash").asString()).contains("at=");
        page.await("document.querySelector('.then .summary')");
        page.click("a", "Back to now");
        page.await("!document.querySelector('.then')");
    }

    @Test
    void what_happened_is_found_and_taken_along() {
        portal.signIn(page, "#/audit?type=ResourceStarted");
        page.await("document.querySelectorAll('.trail > li').length === 1");
        page.awaitText("Resource started");
        page.choose("Kind", "node");
        page.awaitText("Nothing happened that matches");
        page.await("location.hash.includes('entity=node')");
        page.goTo("#/audit?resource=" + container);
        page.await("document.querySelectorAll('.trail > li').length > 1");
        page.evaluate(
                "const made = URL.createObjectURL.bind(URL);"
                        + " URL.createObjectURL = it => made(window.kept = it); true");
        page.click("button", "Download as CSV");
        page.await("window.kept");
        assertThat(page.evaluate("window.kept.text()").asString()).contains("ResourceStarted");
        page.evaluate("window.kept = null");
        page.click("button", "Download the log with its proof");
        page.await("window.kept");
        assertThat(page.evaluate("window.kept.text()").asString()).contains("\"entry\"");
    }

    @Test
    void the_past_is_decided_again() {
        portal.signIn(page, "#/audit");
        page.fill("From", beforeIt);
        page.fill("Without these nodes", "local-sim");
        page.click("button", "Decide again");
        page.awaitText("1 would have been refused");
        page.await(Page.row("nowhere"));
    }

    @Test
    void invariants_hold_now_and_over_all_of_history() {
        portal.signIn(page, "#/admin");
        page.awaitNamed("h3", "Nothing is stuck");
        page.evaluate("[...document.querySelectorAll('.charts button')].forEach(it => it.click())");
        page.await("document.querySelectorAll('.charts .status.running').length === 2");
        page.await("document.querySelector('#tokens') && " + Page.row("Simulated node"));
        Portal.requireAccessible(
                page, List.of("#/admin", "#/audit", "#/audit?type=NodeRegistered"));
    }

    @Test
    void what_an_engine_runs_is_listed() {
        api.awaitField("/api/nodes/local-sim/containers", "/items/0/managed", "true");
        portal.signIn(page, "#/nodes/local-sim");
        page.click("summary", "All containers on its engine");
        page.awaitNamed("a", "its resource");
    }
}
