package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.testing.Required;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Portal as a person has it: a real browser before the real product. */
class PortalTest {
    private static final Path AXE = Repository.file("portal/node_modules/axe-core/axe.min.js");

    private static final String SERIOUS =
            """
            axe.run(document, {resultTypes: ['violations']}).then(result => result.violations
                .filter(it => ['serious', 'critical'].includes(it.impact))
                .flatMap(it => it.nodes.map(node => it.id + ': ' + node.html.slice(0, 200))))
            """;

    @TempDir static Path folder;

    static Product product;
    static Api api;
    static Browser browser;
    static String container;

    private Page page;

    @BeforeAll
    static void start() {
        browser = Browser.start(folder);
        product = Product.start(folder.resolve("data"));
        api = product.api();
        Required.orSkip("npm", pages());
        api.awaitField("/api/nodes/local-sim", "/status", "online");
        container = api.post("/api/resources", Examples.container("shop")).expect(201).at("/_id");
        api.awaitStatus(container, "running");
    }

    /** Without npm the product was built without them. */
    private static Optional<String> pages() {
        var text = api.get("/").expect(200).text();
        return Optional.of(text).filter(it -> it.contains("./assets/"));
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        page = browser.page();
    }

    @AfterEach
    void nothingWentWrongInThePage() {
        var complaints = page.complaints();
        page.close();
        assertThat(complaints).isEmpty();
    }

    private void signIn(String hash) {
        page.open(product.url() + "/" + hash);
        page.fill("Password", Product.PASSWORD);
        page.press("Enter");
        page.awaitText("Sign out");
    }

    @Test
    void a_wrong_password_is_told_and_the_right_one_leads_to_where_one_wanted() {
        page.open(product.url() + "/#/nodes/local-sim");
        page.fill("Password", "wrong");
        page.click("button", "Sign in");
        page.awaitText("User and password do not match");
        page.fill("Password", Product.PASSWORD);
        page.click("button", "Sign in");
        page.awaitNamed("button", "New token");
        page.awaitNamed("h1", "Simulated node");
    }

    @Test
    void what_happens_shows_without_loading_the_page_again() {
        signIn("#/resources");
        page.awaitNamed("a", "shop");
        page.evaluate("window.sameDocument = true");
        var made = api.post("/api/resources", Examples.container("fresh")).expect(201).at("/_id");
        page.awaitNamed("a", "fresh");
        api.awaitStatus(made, "running");
        page.await(row("fresh") + "?.innerText.includes('running')");
        api.delete("/api/resources/" + made).expect(202);
        page.await("!" + row("fresh"));
        assertThat(page.evaluate("window.sameDocument").asBoolean()).isTrue();
    }

    private static String row(String name) {
        return "[...document.querySelectorAll('tbody tr')].find(it => it.innerText.includes('"
                + name
                + "'))";
    }

    @Test
    void a_machine_is_created_with_the_form() {
        signIn("#/create?kind=virtual-machine");
        page.fill("Name", "desk");
        page.fill("Memory (MB)", "2048");
        page.fill("VLAN", "100");
        page.evaluate(choose("Address", "static"));
        page.fill("IP address", "192.168.100.77");
        page.fill("Gateway", "192.168.100.1");
        page.fill("Host name", "desk-1");
        page.fill("Password", "hush-hush");
        page.evaluate(choose("GPU", "mig"));
        page.evaluate(choose("Profile", "1g.10gb"));
        page.awaitText("\"vlanId\": 100");
        assertThat(page.evaluate("document.body.innerText").asString())
                .contains("\"migProfile\": \"1g.10gb\"")
                .doesNotContain("hush-hush");
        page.click("button", "Create desk");
        page.awaitNamed("h1", "desk is on its way");
        page.awaitText("local-sim scored");
        page.click("a", "Show desk");
        page.await("document.querySelector('.facts .status')?.innerText === 'running'");
        page.awaitText("192.168.100.77");
        var id = page.evaluate("location.hash.split('/').at(-1)").asString();
        api.delete("/api/resources/" + id).expect(202);
        page.awaitText("deleted");
    }

    private static String choose(String label, String value) {
        return """
               (() => {
                   const field = [...document.querySelectorAll('select')]
                       .find(it => it.labels[0]?.innerText === %s);
                   const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value');
                   set.set.call(field, %s);
                   field.dispatchEvent(new Event('change', {bubbles: true}));
               })()
               """
                .formatted(Page.quoted(label), Page.quoted(value));
    }

    @Test
    void a_terminal_takes_what_is_typed() {
        signIn("#/resources/" + container + "/terminal");
        page.click("button", "Open a terminal");
        page.awaitText("Connected");
        page.await("document.querySelector('.xterm-rows')?.innerText.includes('simulated$')");
        page.type("echo typed by hand");
        page.press("Enter");
        page.await(
                "document.querySelector('.xterm-rows').innerText.split('\\n')"
                        + ".some(line => line.trim() === 'typed by hand')");
        page.type("exit 3");
        page.press("Enter");
        page.awaitText("Ended with exit code 3");
    }

    @Test
    void the_log_and_the_figures_show() {
        signIn("#/resources/" + container + "/logs");
        page.awaitText("simulated: running");
        page.fill("Search in the log", "RUNNING");
        page.awaitText("1 line found");
        page.goTo("#/resources/" + container + "/metrics");
        page.await("document.querySelectorAll('.chart polyline').length > 2");
    }

    @Test
    void a_label_is_changed_after_a_look_at_what_will_change() {
        signIn("#/resources/" + container + "/configuration");
        page.click("button", "Edit");
        var config = api.get("/api/resources/" + container).json().at("/config");
        page.fill(
                "Configuration as JSON",
                "{\"name\":\"shop\",\"description\":\"\",\"labels\":{\"team\":\"ml\"},\"config\":"
                        + config
                        + "}");
        page.awaitText("/labels/team");
        page.click("button", "Change it");
        page.awaitText("Changed shop");
        api.awaitField("/api/resources/" + container, "/labels/team", "ml");
    }

    @Test
    void the_keyboard_alone_stops_and_starts() {
        signIn("#/");
        page.awaitNamed("h1", "Fleet");
        page.type("gr");
        page.awaitNamed("h1", "Resources");
        page.type("/");
        page.type("shop");
        page.await("document.querySelectorAll('tbody tr').length === 1");
        tabTo("Stop shop");
        page.press("Enter");
        api.awaitStatus(container, "stopped");
        tabTo("Start shop");
        page.press("Enter");
        api.awaitStatus(container, "running");
    }

    private void tabTo(String name) {
        page.awaitNamed("button", name);
        for (int presses = 0; presses < 60; presses++) {
            if (page.evaluate("document.activeElement.getAttribute('aria-label')")
                    .asString("")
                    .equals(name)) {
                return;
            }
            page.press("Tab");
        }
        throw new AssertionError("the Tab key does not lead to " + name);
    }

    @Test
    void pages_keep_the_rules_of_accessibility() throws IOException {
        signIn("#/");
        page.evaluate(Files.readString(AXE) + "; true");
        var resource = "#/resources/" + container;
        var addresses =
                List.of(
                        "#/",
                        "#/resources",
                        "#/create",
                        "#/create?kind=virtual-machine",
                        "#/executions",
                        "#/nodes/local-sim",
                        "#/enrol",
                        "#/admin",
                        resource,
                        resource + "/metrics",
                        resource + "/logs",
                        resource + "/configuration",
                        resource + "/executions");
        var found = new ArrayList<String>();
        for (var address : addresses) {
            page.goTo(address);
            page.await("document.querySelector('main h1') && !document.querySelector('.loading')");
            for (var colours : List.of("light", "dark")) {
                page.colours(colours);
                page.evaluate(SERIOUS)
                        .forEach(it -> found.add(address + " " + colours + " " + it.asString()));
            }
        }
        assertThat(found).isEmpty();
    }
}
