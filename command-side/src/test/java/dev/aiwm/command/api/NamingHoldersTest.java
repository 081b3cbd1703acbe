package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.web.identity.Caller;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Set;

/** Who is told which resource holds what is wanted. */
class NamingHoldersTest extends RestTest {
    private static final String HOLDER = "the-holder";
    private static final Caller COLLEAGUE = new Caller("u2", "o1", Set.of());
    private static final Caller STRANGER = new Caller("u3", "o2", Set.of());
    private static String holder;

    @BeforeEach
    void somebodyHasThePort() {
        if (holder == null) {
            holder = rest.post("/api/resources", onGpu1(HOLDER)).expect(201).at("/_id");
        }
    }

    private static String wanting(String name) {
        return Rest.container(
                name, ", \"containerPorts\": [{\"containerPort\": 80, \"hostPort\": 8081}]");
    }

    private static String onGpu1(String name) {
        return wanting(name).replaceFirst("\\{", "{\"nodeId\": \"gpu-1\",");
    }

    private static Rest.Answer refused(Caller caller) {
        return rest.as(caller, "POST", "/api/resources", onGpu1("late")).expect(409);
    }

    @Test
    void its_own_organisation_and_administrators_are_told_its_name() {
        for (Caller caller :
                new Caller[] {COLLEAGUE, new Caller("u4", "o2", Set.of(Caller.ADMIN))}) {
            var refused = refused(caller);

            assertThat(refused.at("/detail")).endsWith("held by the-holder (" + holder + ")");
            assertThat(refused.at("/holder/resourceId")).isEqualTo(holder);
            assertThat(refused.at("/holders/0/name")).isEqualTo(HOLDER);
        }
    }

    @Test
    void another_organisation_is_told_neither_its_name_nor_its_id() {
        var refused = refused(STRANGER);

        assertThat(refused.at("/code")).isEqualTo("PORT_TAKEN");
        assertThat(refused.at("/detail"))
                .isEqualTo(
                        "the port 8081/tcp is taken; held by a resource of another organisation");
        assertThat(refused.body()).doesNotContain(holder, HOLDER);
    }

    @Test
    void what_is_kept_of_the_choice_of_a_node_does_not_name_it_either() {
        var created = rest.as(STRANGER, "POST", "/api/resources", wanting("elsewhere")).expect(201);

        assertThat(created.at("/nodeId")).isEqualTo(Rest.EXAMPLE_NODE);
        assertThat(created.at("/placement/refused/0/reason"))
                .isEqualTo(
                        "the port 8081/tcp is taken; held by a resource of another organisation");
        assertThat(created.body()).doesNotContain(holder, HOLDER);
    }
}
