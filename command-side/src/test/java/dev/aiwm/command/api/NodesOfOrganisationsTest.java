package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.web.identity.Caller;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Set;

/** Whose resources a node takes: everybody's when it is shared, else its organisation's. */
class NodesOfOrganisationsTest extends RestTest {
    private static final String OWN = "of-o1";
    private static final Caller MEMBER = new Caller("u2", "o1", Set.of());
    private static final Caller STRANGER = new Caller("u3", "o2", Set.of());
    private static final Caller ADMIN = new Caller("u4", "o2", Set.of(Caller.ADMIN));
    private static boolean connected;

    @BeforeEach
    void aNodeIsOfOneOrganisation() {
        if (!connected) {
            rest.connectNode(OWN, false);
            rest.patch("/api/nodes/" + OWN, "{\"labels\": {\"of\": \"o1\"}}").expect(200);
            connected = true;
        }
    }

    private static String on(String node, String name) {
        return Rest.container(name, "").replaceFirst("\\{", "{\"nodeId\": \"" + node + "\",");
    }

    private static String selecting(String name) {
        return Rest.container(name, "").replaceFirst("\\{", "{\"nodeSelector\": {\"of\": \"o1\"},");
    }

    private static Rest.Answer create(Caller caller, String body) {
        return rest.as(caller, "POST", "/api/resources", body);
    }

    @Test
    void its_own_organisation_may_name_it_and_be_given_it() {
        assertThat(create(MEMBER, on(OWN, "named")).expect(201).at("/nodeId")).isEqualTo(OWN);
        assertThat(create(MEMBER, selecting("given")).expect(201).at("/nodeId")).isEqualTo(OWN);
    }

    @Test
    void for_another_organisation_it_is_as_if_it_did_not_exist() {
        var named = create(STRANGER, on(OWN, "theirs")).expect(404);
        var missing = create(STRANGER, on("no-node", "theirs")).expect(404);
        assertThat(named.at("/code")).isEqualTo("NODE_NOT_FOUND").isEqualTo(missing.at("/code"));
        assertThat(named.at("/detail")).isEqualTo("there is no node " + OWN);

        var refused = create(STRANGER, selecting("theirs")).expect(409);
        assertThat(refused.at("/code")).isEqualTo("NO_NODE_FITS");
        assertThat(refused.body()).doesNotContain(OWN + "\"");
    }

    @Test
    void an_administrator_is_given_it_only_by_naming_it() {
        assertThat(create(ADMIN, on(OWN, "moved-in")).expect(201).at("/nodeId")).isEqualTo(OWN);
        create(ADMIN, selecting("elsewhere")).expect(409);
    }

    @Test
    void a_shared_node_takes_everybodys() {
        create(STRANGER, on(Rest.EXAMPLE_NODE, "guest")).expect(201);
    }

    @Test
    void a_node_is_registered_again_only_for_those_it_was_for() {
        rest.connectNode("once", false);
        rest.as(ADMIN, "DELETE", "/api/nodes/once", "").expect(200);
        var shared =
                rest.post("/api/nodes", "{\"nodeId\":\"once\",\"name\":\"once\",\"shared\":true}");
        assertThat(shared.expect(409).at("/code")).isEqualTo("ALREADY_EXISTS");
        rest.as(ADMIN, "POST", "/api/nodes", "{\"nodeId\":\"once\",\"name\":\"once\"}").expect(409);
        rest.post("/api/nodes", "{\"nodeId\":\"once\",\"name\":\"once\"}").expect(201);
    }
}
