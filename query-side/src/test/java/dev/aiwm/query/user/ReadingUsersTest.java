package dev.aiwm.query.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.MetadataKeys;
import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.UserId;
import dev.aiwm.contracts.resource.event.ResourceRenamed;
import dev.aiwm.contracts.user.UserProfile;
import dev.aiwm.contracts.user.event.UserDescribed;
import dev.aiwm.contracts.user.event.UserErased;
import dev.aiwm.query.Events;
import dev.aiwm.query.Program;
import dev.aiwm.support.personal.PersonalData;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

class ReadingUsersTest {
    private static final String ALL = "/api/users";

    @TempDir static Path data;
    private static Program program;

    @BeforeAll
    static void start() {
        program = Program.start(data);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static UserId described(String org, String... names) {
        var id = UserId.random();
        for (String name : names) {
            var profile = new UserProfile(name, "someone@example.org");
            var sealed = program.bean(PersonalData.class).seal(id.value(), profile);
            program.happened(id, new UserDescribed(id, org, sealed));
        }
        return id;
    }

    private static void erase(UserId id) {
        program.happened(id, new UserErased(id));
        program.bean(PersonalData.class).erase(id.value());
    }

    @Test
    void one_reads_as_it_was_told_now_and_in_each_past() {
        var id = described(Program.ORG, "Ada Byron", "Ada Lovelace");
        String path = ALL + "/" + id.value();

        var now = program.get(path + "?minVersion=1");

        assertThat(now.body().path("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(now.body().path("email").asString()).isEqualTo("someone@example.org");
        assertThat(now.header("ETag")).isEqualTo("\"1\"");
        var history = program.get(path + "/history?order=oldest").body().path("items");
        assertThat(history).hasSize(2);
        assertThat(history.at("/1/changes/0/before").asString()).isEqualTo("Ada Byron");
        String first = history.at("/0/position").asString();
        assertThat(program.get(path + "?position=" + first).body().path("name").asString())
                .isEqualTo("Ada Byron");
    }

    @Test
    void who_was_erased_reads_so_in_every_past_too() {
        var id = described(Program.ORG, "Grace Hopper", "Grace B. Hopper");
        String path = ALL + "/" + id.value();
        String first =
                program.get(path + "/history?order=oldest")
                        .body()
                        .at("/items/0/position")
                        .asString();

        erase(id);

        var now = program.get(path + "?minVersion=2").body();
        assertThat(now.path("name").asString()).isEqualTo("erased");
        assertThat(now.path("erased").asBoolean()).isTrue();
        assertThat(now.has("email") && !now.path("email").isNull()).isFalse();
        var then = program.get(path + "?position=" + first).body();
        assertThat(then.path("name").asString()).isEqualTo("erased");
        assertThat(then.path("erasedAt").isMissingNode() || then.path("erasedAt").isNull())
                .isTrue();
        for (String form : new String[] {"json", "jsonl", "csv"}) {
            var history = program.get(path + "/history?format=" + form).response();
            assertThat(history.statusCode()).isEqualTo(200);
            assertThat(history.body()).contains("UserErased").doesNotContain("Hopper");
        }
    }

    @Test
    void histories_tell_names_to_those_who_may_read_them() {
        var ada = described(Program.ORG, "Ada Byron");
        var joan = described("org-2", "Joan Clarke");
        var resource = ResourceId.random();
        for (UserId who : new UserId[] {ada, joan}) {
            program.happened(
                    Map.of(MetadataKeys.ACTOR, who.value(), MetadataKeys.ORG, Program.ORG),
                    resource,
                    who.equals(ada)
                            ? Events.created(resource, "web")
                            : new ResourceRenamed(resource, "www"));
        }
        program.settled();
        String path = "/api/resources/" + resource + "/history?order=oldest";

        var items = program.get(path).body().path("items");

        assertThat(items.at("/0/actorName").asString()).isEqualTo("Ada Byron");
        assertThat(items.at("/1/actor").asString()).isEqualTo(joan.value());
        assertThat(items.get(1).has("actorName")).isFalse();
        String admin = program.token(Program.ORG, "admin");
        assertThat(program.getAs(admin, path).body().at("/items/1/actorName").asString())
                .isEqualTo("Joan Clarke");
        assertThat(program.get(path + "&format=csv").response().body()).contains("Ada Byron");
        erase(ada);
        assertThat(program.get(path).body().at("/items/0/actorName").asString())
                .isEqualTo("erased");
        assertThat(program.get("/api/audit?actor=" + ada.value()).response().body())
                .doesNotContain("Byron");
    }

    @Test
    void a_list_has_those_of_the_organisation() {
        var here = described("org-3", "One");
        var gone = described("org-3", "Two");
        erase(gone);
        described("org-4", "Three");
        program.settled();
        String member = program.token("org-3", "member");

        var all = program.getAs(member, ALL).body();

        assertThat(all.path("total").asInt()).isEqualTo(2);
        assertThat(all.path("items"))
                .extracting(user -> user.path("name").asString())
                .containsExactlyInAnyOrder("One", "erased");
        var left = program.getAs(member, ALL + "?erased=false").body();
        assertThat(left.at("/items/0/userId").asString()).isEqualTo(here.value());
        assertThat(left.path("total").asInt()).isEqualTo(1);
        assertThat(program.get(ALL + "/" + here.value()).status()).isEqualTo(404);
        assertThat(program.get(ALL + "/nonsense").status()).isEqualTo(404);
    }
}
