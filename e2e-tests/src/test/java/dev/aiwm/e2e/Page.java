package dev.aiwm.e2e;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One page of a browser, looked at and used as a person does: by names, keys and the pointer. */
final class Page implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Finds what can be seen and has this name, as screen readers find it. */
    private static final String NAMED =
            """
            (kind, name) => [...document.querySelectorAll(kind)].find(it => {
                const label = it.getAttribute('aria-label')
                    ?? (it.labels?.length ? it.labels[0].innerText : it.innerText);
                return it.checkVisibility() && (label ?? '').trim().replace(/\\s+/g, ' ') === name;
            })
            """;

    /** Tells whether the next click misses what is named, or what it is the label of. */
    private static final String LISTEN_FOR_CLICK =
            """
            window.missed = true;
            document.addEventListener('click', click => {
                const it = %s;
                const label = click.target.closest('label');
                window.missed = !it || !(it.contains(click.target) || label?.control === it);
            }, {capture: true, once: true});
            """;

    private static final Map<String, Integer> KEYS =
            Map.of("Enter", 13, "Tab", 9, "Escape", 27, "ArrowLeft", 37, "ArrowRight", 39);

    private final Browser browser;
    private final String session;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    Page(Browser browser, String session) {
        this.browser = browser;
        this.session = session;
        browser.listen(session, this::heard);
        for (var part : List.of("Page", "Runtime", "Log")) {
            ask(part + ".enable", Map.of());
        }
        size(1360, 850);
    }

    private void heard(JsonNode message) {
        String method = message.at("/method").asString("");
        var told = message.at("/params");
        if (method.equals("Runtime.exceptionThrown")) {
            complaints.add(told.at("/exceptionDetails").toString());
        } else if (method.equals("Log.entryAdded")
                && told.at("/entry/level").asString("").equals("error")
                && !told.at("/entry/source").asString("").equals("network")) {
            complaints.add(told.at("/entry/text").asString());
        }
    }

    /** Errors of scripts, and what the security policy had to stop. */
    Queue<String> complaints() {
        return complaints;
    }

    void size(int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void colours(String scheme) {
        var feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        ask("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
    }

    void open(String url) {
        ask("Page.navigate", Map.of("url", url));
    }

    /** Follows an address inside the page, and returns when the page has heard of it. */
    void goTo(String hash) {
        evaluate(
                """
                new Promise(heard => {
                    if (location.hash === %1$s) {
                        heard();
                    } else {
                        addEventListener('hashchange', () => heard(), {once: true});
                        location.hash = %1$s;
                    }
                })
                """
                        .formatted(quoted(hash)));
    }

    JsonNode evaluate(String script) {
        var answer =
                ask(
                        "Runtime.evaluate",
                        Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + answer.at("/exceptionDetails"));
        }
        return answer.at("/result/value");
    }

    /** What cannot be asked while the page is another one is not so yet. */
    void await(String condition) {
        try {
            Awaitility.await(condition)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .ignoreExceptionsInstanceOf(AssertionError.class)
                    .until(() -> evaluate("Boolean(" + condition + ")").asBoolean(false));
        } catch (ConditionTimeoutException e) {
            var shown = evaluate("document.body.innerText").asString();
            throw new AssertionError(condition + "\ndid not come; the page shows:\n" + shown, e);
        }
    }

    void awaitText(String text) {
        await("document.body.innerText.includes(" + quoted(text) + ")");
    }

    void awaitNamed(String kind, String name) {
        await(named(kind, name));
    }

    /** Once more while it moves away under the mouse, as people do. */
    void click(String kind, String name) {
        awaitNamed(kind, name);
        Awaitility.await(kind + " " + name + " stays under the mouse")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> hits(kind, name));
    }

    private boolean hits(String kind, String name) {
        evaluate(LISTEN_FOR_CLICK.formatted(named(kind, name)));
        var place =
                evaluate(
                        "(it => { if (!it) { return null; }"
                                + " it.scrollIntoView({block: 'center'});"
                                + " const box = it.getBoundingClientRect();"
                                + " return [box.x + box.width / 2, box.y + box.height / 2]; })("
                                + named(kind, name)
                                + ")");
        if (!place.isArray()) {
            return false;
        }
        clickAt(place);
        return !evaluate("window.missed === true").asBoolean();
    }

    private void clickAt(JsonNode place) {
        for (var type : List.of("mousePressed", "mouseReleased")) {
            ask(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            place.get(0).asDouble(),
                            "y",
                            place.get(1).asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    void focus(String kind, String name) {
        awaitNamed(kind, name);
        evaluate(named(kind, name) + ".focus()");
    }

    /** Puts the text into the field of this name, as somebody who types it. */
    void fill(String name, String text) {
        focus("input, textarea", name);
        evaluate("document.activeElement.select()");
        type(text);
    }

    /** Takes the option of this value where the field has this name. */
    void choose(String name, String value) {
        var option = "it => it.value === " + quoted(value);
        await("[..." + named("select", name) + ".options].some(" + option + ")");
        evaluate(
                """
                (field => {
                    const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value');
                    set.set.call(field, %s);
                    field.dispatchEvent(new Event('change', {bubbles: true}));
                })(%s)
                """
                        .formatted(quoted(value), named("select", name)));
    }

    void type(String text) {
        for (String letter : text.split("")) {
            if (letter.equals("\n")) {
                press("Enter");
            } else {
                key("keyDown", letter, letter);
                key("keyUp", letter, "");
            }
        }
    }

    void press(String name) {
        key("keyDown", name, name.equals("Enter") ? "\r" : "");
        key("keyUp", name, "");
    }

    private void key(String type, String key, String text) {
        ask(
                "Input.dispatchKeyEvent",
                Map.of(
                        "type",
                        type,
                        "key",
                        key,
                        "text",
                        text,
                        "windowsVirtualKeyCode",
                        KEYS.getOrDefault(key, 0)));
    }

    /** The row of a table in which this stands, as an expression. */
    static String row(String text) {
        return "[...document.querySelectorAll('tbody tr')].find(it => it.innerText.includes("
                + quoted(text)
                + "))";
    }

    void screenshot(Path file) {
        var picture = ask("Page.captureScreenshot", Map.of("format", "png")).at("/data");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(picture.asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String named(String kind, String name) {
        return "(" + NAMED + ")(" + quoted(kind) + ", " + quoted(name) + ")";
    }

    @Override
    public void close() {
        ask("Page.close", Map.of());
    }

    static String quoted(String text) {
        return Api.JSON.writeValueAsString(text);
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        return browser.ask(session, method, parameters);
    }
}
