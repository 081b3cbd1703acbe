package dev.aiwm.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the whole product tells of a user, before and after nobody is to know it any more. */
class ErasedUserTest {
    /** The local administrator, by whose id everything here is done. */
    private static final String USER = "000000000000000000000001";

    private static final String PATH = "/api/users/" + USER;
    private static final String CALLED = "Ada-n4med0nce";
    private static final Needle NAME = Needle.of(CALLED);
    private static final Pattern KEY =
            Pattern.compile("INTO PERSONAL_KEY VALUES\\('" + USER + "','([0-9a-f]{64})'\\)");

    @TempDir private Path folder;

    private static String keyIn(Path log) throws IOException {
        var key = KEY.matcher(Files.readString(log));
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static String exported(Api api) {
        return api.get("/api/audit/export").expect(200).text();
    }

    @Test
    void who_was_erased_is_told_by_nothing_and_the_log_still_stands() throws IOException {
        var data = folder.resolve("data");
        String key;
        try (var product = Product.start(data, Map.of("LOGGING_LEVEL_ROOT", "debug"), List.of())) {
            var api = product.api();
            var body =
                    "{\"name\": \"%s\", \"email\": \"%s@example.org\"}".formatted(CALLED, CALLED);
            api.send("PUT", PATH, body, Map.of()).expect(200);
            key = keyIn(data.resolve("events/log.log"));
            var told =
                    api.awaitThat(
                            "/api/audit?entity=user&limit=1",
                            page -> assertThat(page.json().at("/items")).hasSize(1));
            assertThat(told.at("/items/0/actorName")).isEqualTo(CALLED);
            String position = told.at("/items/0/position");

            assertThat(api.delete(PATH).expect(200).at("/name")).isEqualTo("erased");

            api.awaitField(PATH, "/name", "erased");
            assertThat(api.get(PATH + "?position=" + position).at("/name")).isEqualTo("erased");
            assertThat(api.get("/api/audit?entity=user").at("/items/0/actorName"))
                    .isEqualTo("erased");
            assertThat(api.get(PATH + "/history").expect(200).text()).doesNotContain(CALLED);
            assertThat(exported(api)).contains("UserErased").doesNotContain(CALLED);
            assertThat(api.get("/api/audit/verify").json().path("intact").asBoolean()).isTrue();
            var checked = api.get("/api/admin/projections/users/verify").expect(200).json();
            assertThat(checked.path("documents").asInt()).isEqualTo(1);
            assertThat(checked.path("same").asBoolean()).isTrue();
            product.stop();
        }
        assertThat(NAME.filesOf(folder)).isEmpty();
        assertThat(Needle.of(key).filesOf(folder)).isEmpty();
    }
}
