package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Takes the pictures of docs/portal.md anew, of the demo as it is. */
@EnabledIfSystemProperty(named = "aiwm.pictures.renew", matches = "true")
class PortalPicturesTest {
    private static final Path PICTURES = Repository.file("docs/screenshots");

    @TempDir Path folder;

    @Test
    void pictures_show_the_demo() {
        try (var browser = Browser.start(folder);
                var product = Product.start(folder.resolve("data"), Map.of(), List.of("--demo"))) {
            var api = product.api();
            var list = "/api/resources?name=Demo%20Elasticsearch";
            api.awaitField(list, "/items/0/status", "failed");
            var machine = api.get("/api/resources?name=Demo%20Ubuntu%2022.04*").at("/items/0/_id");
            var server = api.get("/api/resources?name=Demo%20Nginx*").at("/items/0/_id");
            try (var page = browser.page()) {
                page.size(1200, 720);
                page.open(product.url());
                page.fill("Password", Product.PASSWORD);
                page.press("Enter");
                page.awaitNamed("h1", "Fleet");
                page.awaitText("Demo Elasticsearch");
                take(page, "fleet");
                page.goTo("#/create?kind=virtual-machine");
                page.fill("Name", "desk");
                take(page, "create");
                page.goTo("#/resources/" + server + "/terminal");
                page.click("button", "Open a terminal");
                page.await("document.querySelector('.xterm-rows')?.innerText.includes('$')");
                page.type("echo hello");
                page.press("Enter");
                page.await("document.querySelector('.xterm-rows').innerText.includes('hello')");
                take(page, "terminal");
                page.colours("dark");
                page.goTo("#/resources");
                page.awaitNamed("a", "Demo Nginx Web Server");
                take(page, "resources");
                page.goTo("#/resources/" + machine + "/history");
                page.await("document.querySelectorAll('.trail li').length > 1");
                page.evaluate("document.querySelector('.trail summary').click()");
                take(page, "history");
                assertThat(page.complaints()).isEmpty();
            }
        }
    }

    private static void take(Page page, String name) {
        page.await("!document.querySelector('.loading')");
        page.screenshot(PICTURES.resolve(name + ".png"));
    }
}
