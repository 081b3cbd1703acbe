package dev.aiwm.command.api;

import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.resource.ResourceState;
import dev.aiwm.contracts.resource.query.ResourceView;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.Prefer;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

import java.net.URI;

/** The headers that answers to changes have in common. */
final class Answers {
    private static final int ACCEPTED = 202;
    private static final String RETRY_AFTER_SECONDS = "2";

    private Answers() {}

    static URI resource(ResourceState state) {
        return URI.create("/api/resources/" + state.resourceId().value());
    }

    static URI execution(ExecutionId id) {
        return URI.create("/api/executions/" + id.value());
    }

    static ResponseEntity<ResourceView> created(ResourceState state, Prefer prefer) {
        var answer = ResponseEntity.created(resource(state)).eTag(ETags.of(state.sequence()));
        if (state.executionId() != null) {
            answer.header(HttpHeaders.LINK, link(state.executionId()));
        }
        return applied(answer, prefer).body(ResourceView.of(state));
    }

    static ResponseEntity<ResourceView> changed(ResourceState state) {
        return ResponseEntity.ok().eTag(ETags.of(state.sequence())).body(ResourceView.of(state));
    }

    /** Work has begun; its execution is where the client looks next. */
    static ResponseEntity.BodyBuilder accepted(ResourceState state, Prefer prefer) {
        ExecutionId execution = state.operation().executionId();
        var answer =
                ResponseEntity.status(ACCEPTED)
                        .location(execution(execution))
                        .eTag(ETags.of(state.sequence()))
                        .header(HttpHeaders.LINK, link(execution))
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return applied(answer, prefer);
    }

    static ResponseEntity.BodyBuilder done(ResourceState state, Prefer prefer) {
        return applied(ResponseEntity.ok().eTag(ETags.of(state.sequence())), prefer);
    }

    private static ResponseEntity.BodyBuilder applied(
            ResponseEntity.BodyBuilder answer, Prefer prefer) {
        return prefer.wantsToWait() ? answer.header(Prefer.APPLIED, prefer.applied()) : answer;
    }

    private static String link(ExecutionId execution) {
        return "<" + execution(execution) + ">; rel=\"execution\"";
    }
}
