package dev.aiwm.command.api;

import dev.aiwm.contracts.UserId;
import dev.aiwm.contracts.user.query.UserView;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.request.ETags;
import dev.aiwm.web.request.IfMatch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Wishes about what is known of users. */
@RestController
@RequestMapping("/api/users")
@Tag(name = "Users")
class UserController {
    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    @PutMapping("/{id}")
    @Operation(
            operationId = "describeUser",
            summary = "Tell who a user is",
            description =
                    "The log knows users by an id alone; this is what histories show beside it. Users"
                            + " tell it of themselves, administrators of everybody. It is encrypted"
                            + " with a key of the user's own.")
    ResponseEntity<UserView> describe(
            @PathVariable UserId id,
            @RequestBody @Valid UserRequest request,
            Caller caller,
            IfMatch version) {
        return answer(users.describe(id, request, caller, version));
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "eraseUser",
            summary = "Let nobody know any more who a user was",
            description =
                    "Destroys the user's key: what was told of the user reads `erased` from now on,"
                            + " in every past too. The log stays as it is, and can still be"
                            + " verified. The id can never be described again.")
    ResponseEntity<UserView> erase(@PathVariable UserId id, Caller caller, IfMatch version) {
        return answer(users.erase(id, caller, version));
    }

    private static ResponseEntity<UserView> answer(UserView view) {
        return ResponseEntity.ok()
                .eTag(ETags.of(view.version()))
                .header("Cache-Control", "no-store")
                .body(view);
    }
}
