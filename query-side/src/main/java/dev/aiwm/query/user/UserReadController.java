package dev.aiwm.query.user;

import dev.aiwm.contracts.Page;
import dev.aiwm.contracts.UserId;
import dev.aiwm.contracts.user.UserState;
import dev.aiwm.contracts.user.query.FindUser;
import dev.aiwm.contracts.user.query.ListUsers;
import dev.aiwm.contracts.user.query.UserView;
import dev.aiwm.query.listing.Answers;
import dev.aiwm.query.listing.Words;
import dev.aiwm.query.past.Past;
import dev.aiwm.query.past.PastAnswers;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.AsOf;
import dev.aiwm.web.request.ListParameters;
import dev.aiwm.web.request.SeenVersion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be read of users. */
@RestController
@RequestMapping("/api/users")
@Tag(name = "Users")
class UserReadController {
    private final UserQueries queries;
    private final Profiles profiles;
    private final Past<UserState> past;
    private final PastAnswers pastAnswers;

    UserReadController(
            UserQueries queries, Profiles profiles, Past<UserState> past, PastAnswers pastAnswers) {
        this.queries = queries;
        this.profiles = profiles;
        this.past = past;
        this.pastAnswers = pastAnswers;
    }

    @GetMapping
    @Operation(
            operationId = "listUsers",
            summary = "List users that something is known of",
            description =
                    "Those of the caller's organisation, administrators see all. Newest first"
                            + " unless another order is asked for.")
    ResponseEntity<Page<UserView>> list(
            @Parameter(description = "Those who were erased, or those who were not")
                    @RequestParam(required = false)
                    Boolean erased,
            ListParameters part,
            Caller caller) {
        return Answers.page(
                queries.answer(
                        new ListUsers(
                                erased,
                                caller.isAdmin() ? null : caller.orgId(),
                                part.sort(),
                                part.cursor(),
                                part.page(),
                                part.limit())));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getUser",
            summary = "Get what is known of a user",
            description = "Who was erased reads `erased`, in every past too.")
    ResponseEntity<UserView> get(
            @PathVariable String id, AsOf then, SeenVersion seen, Caller caller) {
        if (then.isPast()) {
            return pastAnswers.entity(past, id, then, caller, seen, profiles::view);
        }
        UserState state =
                Words.id(id, UserId::of)
                        .flatMap(user -> queries.state(new FindUser(user, seen.atLeast())))
                        .filter(found -> Profiles.maySee(found, caller))
                        .orElseThrow(() -> Answers.nothing("user", id));
        return Answers.entity(profiles.view(state), state.sequence(), seen);
    }
}
