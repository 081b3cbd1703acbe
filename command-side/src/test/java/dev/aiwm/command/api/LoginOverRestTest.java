package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginOverRestTest extends RestTest {

    private static Rest.Answer login(String password) {
        return rest.as(
                null,
                "POST",
                "/api/auth/login",
                "{\"username\":\"admin\",\"password\":\"" + password + "\"}");
    }

    @Test
    void the_right_password_gets_a_token_that_works() {
        var answer = login(Rest.PASSWORD).expect(200);

        assertThat(answer.json().path("expiresIn").asInt()).isEqualTo(86_400);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var used =
                rest.as(
                        null,
                        "POST",
                        "/api/nodes",
                        "{\"name\":\"by-login\"}",
                        "Authorization",
                        "Bearer " + answer.at("/accessToken"));
        used.expect(201);
        assertThat(used.at("/owner/userId")).matches("[0-9a-f]{24}");
    }

    @Test
    void a_wrong_one_is_401_and_is_not_repeated() {
        var refused = login("a-wrong-password").expect(401);

        assertThat(refused.at("/code")).isEqualTo("UNAUTHENTICATED");
        assertThat(refused.body()).doesNotContain("a-wrong-password");
    }

    @Test
    void incomplete_credentials_are_400() {
        rest.as(null, "POST", "/api/auth/login", "{\"username\":\"admin\"}").expect(400);
        rest.as(null, "POST", "/api/auth/login", "{}").expect(400);
    }

    @Test
    void everything_else_needs_a_token() {
        for (String[] call :
                new String[][] {
                    {"POST", "/api/resources"},
                    {"PATCH", "/api/resources/x"},
                    {"DELETE", "/resources/x"},
                    {"POST", "/api/nodes"},
                    {"GET", "/api/resources/x/logs"},
                    {"DELETE", "/api/executions/x"},
                    {"GET", "/metrics"},
                    {"POST", "/anything"}
                }) {
            assertThat(rest.as(null, call[0], call[1], null).status())
                    .as(call[0] + " " + call[1])
                    .isEqualTo(401);
        }
    }
}
