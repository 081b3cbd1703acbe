package dev.aiwm.command.identity;

import dev.aiwm.contracts.Rejection;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.web.defaults.WrongSetting;
import dev.aiwm.web.identity.Caller;
import dev.aiwm.web.identity.UserTokens;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;

@RestController
@Tag(name = "Authentication")
class LoginController {
    private final LocalAdmin admin;
    private final LoginAttempts attempts;
    private final UserTokens tokens;
    private final Duration validFor;

    LoginController(
            LocalAdmin admin,
            LoginAttempts attempts,
            UserTokens tokens,
            @Value("${aiwm.jwt-expires-in:${JWT_EXPIRES_IN:86400}}") long validForSeconds) {
        this.admin = admin;
        this.attempts = attempts;
        this.tokens = tokens;
        if (validForSeconds < 1) {
            throw new WrongSetting("JWT_EXPIRES_IN must be at least 1: nobody could log in");
        }
        this.validFor = Duration.ofSeconds(validForSeconds);
    }

    @Schema(name = "Login")
    record Credentials(
            @NotBlank @Size(max = 255) String username,
            @NotBlank @Size(max = 1024) String password) {
        @Override
        public String toString() {
            return "Credentials[username=" + username + "]";
        }
    }

    @Schema(name = "LoggedIn")
    record Token(String accessToken, String tokenType, long expiresIn) {
        @Override
        public String toString() {
            return "Token[expiresIn=" + expiresIn + "]";
        }
    }

    @PostMapping("/api/auth/login")
    @Operation(
            operationId = "login",
            summary = "Get a token for the local user",
            description = "Send it as `Authorization: Bearer <accessToken>`.")
    ResponseEntity<Token> login(
            @RequestBody @Valid Credentials credentials, HttpServletRequest request) {
        attempts.requireFewFailures(request.getRemoteAddr());
        Caller caller =
                admin.recognise(credentials.username(), credentials.password())
                        .orElseThrow(() -> refused(request.getRemoteAddr()));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Token(tokens.issue(caller, validFor), "Bearer", validFor.toSeconds()));
    }

    private Rejection refused(String address) {
        attempts.failed(address);
        return new Rejection(
                RejectionCode.UNAUTHENTICATED, "the user name or the password is wrong");
    }
}
