package dev.aiwm.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.UserId;
import dev.aiwm.contracts.user.UserProfile;
import dev.aiwm.contracts.user.event.UserDescribed;
import dev.aiwm.contracts.user.event.UserErased;
import dev.aiwm.support.log.EventLog;
import dev.aiwm.support.log.LoggedEvent;
import dev.aiwm.support.personal.PersonalData;
import dev.aiwm.web.identity.Caller;

import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Set;

class UsersOverRestTest extends RestTest {
    private static final String ADA = "{\"name\": \"Ada Byron\", \"email\": \"ada@example.org\"}";

    private static String path(UserId id) {
        return "/api/users/" + id.value();
    }

    private static Rest.Answer put(UserId id, String body, String... headers) {
        return rest.send("PUT", path(id), body, headers);
    }

    private static List<Object> eventsOf(UserId id) {
        return rest.bean(EventLog.class).readAggregate(id.toString()).stream()
                .map(LoggedEvent::payload)
                .toList();
    }

    private static boolean isReadable(UserId id) {
        var described = (UserDescribed) eventsOf(id).get(0);
        return rest.bean(PersonalData.class)
                .open(described.profile(), UserProfile.class)
                .isPresent();
    }

    @Test
    void who_is_described_reads_so_and_the_log_tells_nothing_of_it() {
        var id = UserId.random();

        var answer = put(id, ADA).expect(200);

        assertThat(answer.at("/name")).isEqualTo("Ada Byron");
        assertThat(answer.at("/email")).isEqualTo("ada@example.org");
        assertThat(answer.at("/orgId")).isEqualTo("o1");
        assertThat(answer.json().path("erased").asBoolean()).isFalse();
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(eventsOf(id))
                .singleElement()
                .satisfies(event -> assertThat(event.toString()).doesNotContain("Ada", "ada@"));
    }

    @Test
    void what_is_told_again_is_no_news_and_what_is_told_otherwise_is() {
        var id = UserId.random();
        put(id, ADA).expect(200);

        assertThat(put(id, ADA).expect(200).header("ETag")).isEqualTo("\"0\"");
        var renamed = put(id, "{\"name\": \"Ada Lovelace\"}", "If-Match", "\"0\"").expect(200);

        assertThat(renamed.at("/name")).isEqualTo("Ada Lovelace");
        assertThat(renamed.json().path("email").isNull() || !renamed.json().has("email")).isTrue();
        assertThat(put(id, ADA, "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(eventsOf(id)).hasSize(2);
    }

    @Test
    void users_tell_of_themselves_and_administrators_of_everybody() {
        var id = UserId.random();
        var self = new Caller(id.value(), "o2", Set.of("member"));
        var other = new Caller(UserId.random().value(), "o2", Set.of("member"));

        assertThat(rest.as(other, "PUT", path(id), ADA).status()).isEqualTo(403);
        assertThat(rest.as(self, "PUT", path(id), ADA).expect(200).at("/orgId")).isEqualTo("o2");
        assertThat(rest.as(self, "DELETE", path(id), null).status()).isEqualTo(403);
        assertThat(put(id, "{\"name\": \"Ada Lovelace\"}").expect(200).at("/orgId"))
                .isEqualTo("o2");
        assertThat(eventsOf(id)).hasSize(2);
    }

    @Test
    void who_is_erased_cannot_be_read_or_described_any_more() {
        var id = UserId.random();
        put(id, ADA).expect(200);

        var erased = rest.delete(path(id)).expect(200);

        assertThat(erased.at("/name")).isEqualTo("erased");
        assertThat(erased.json().path("erased").asBoolean()).isTrue();
        assertThat(erased.body()).doesNotContain("Ada").doesNotContain("ada@");
        assertThat(isReadable(id)).isFalse();
        assertThat(rest.delete(path(id)).expect(200).header("ETag")).isEqualTo("\"1\"");
        assertThat(put(id, ADA).expect(409).at("/code")).isEqualTo("ILLEGAL_TRANSITION");
        assertThat(rest.delete(path(UserId.random())).status()).isEqualTo(404);
    }

    /** As after a crash between the event and what the request does next. */
    @Test
    void the_key_is_destroyed_by_the_event_too() {
        var id = UserId.random();
        put(id, ADA).expect(200);

        rest.bean(EventStore.class)
                .publish(
                        new GenericDomainEventMessage<>(
                                "User", id.toString(), 1, new UserErased(id)));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !isReadable(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \" \"}",
                "{\"name\": \"Ada\", \"email\": \"nowhere\"}",
                "{\"name\": \"Ada\", \"orgId\": \"mine\"}",
                "{\"name\": \"Ada\", \"phone\": \"1\"}"
            })
    void what_makes_no_sense_is_refused(String body) {
        var id = UserId.random();

        var refused = put(id, body).expect(400);

        assertThat(refused.json().path("errors")).isNotEmpty();
        assertThat(eventsOf(id)).isEmpty();
    }
}
