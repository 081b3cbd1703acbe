package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.testing.Required;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Portal as a person has it: a real browser before the real product. */
final class Portal implements AutoCloseable {
    private static final Path AXE = Repository.file("portal/node_modules/axe-core/axe.min.js");

    private static final String SERIOUS =
            """
            axe.run(document, {resultTypes: ['violations']}).then(result => result.violations
                .filter(it => ['serious', 'critical'].includes(it.impact))
                .flatMap(it => it.nodes.map(node => it.id + ': ' + node.html.slice(0, 200))))
            """;

    private final Browser browser;
    private final Product product;
    private final Api api;

    private Portal(Browser browser, Product product) {
        this.browser = browser;
        this.product = product;
        this.api = product.api();
    }

    static Portal start(Path folder, Map<String, String> environment) {
        var browser = Browser.start(folder);
        try {
            var product = Product.start(folder.resolve("data"), environment, List.of());
            var portal = new Portal(browser, product);
            Required.orSkip("npm", portal.pages());
            return portal;
        } catch (RuntimeException | Error e) {
            browser.close();
            throw e;
        }
    }

    /** Without npm the product was built without them. */
    private Optional<String> pages() {
        var text = api.get("/").expect(200).text();
        return Optional.of(text).filter(it -> it.contains("./assets/"));
    }

    Api api() {
        return api;
    }

    String url() {
        return product.url();
    }

    Page page() {
        return browser.page();
    }

    /** Signs in where the address leads to. */
    void signIn(Page page, String hash) {
        page.open(url() + "/" + hash);
        page.fill("Password", Product.PASSWORD);
        page.press("Enter");
        page.awaitText("Sign out");
    }

    /** What axe finds to be a serious fault of the pages at these addresses, in light and dark. */
    static void requireAccessible(Page page, List<String> addresses) {
        page.evaluate(axe() + "; true");
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

    private static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        product.close();
        browser.close();
    }
}
