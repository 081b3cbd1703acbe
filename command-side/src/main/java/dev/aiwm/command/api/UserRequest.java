package dev.aiwm.command.api;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Who a user is. */
@Schema(name = "UserRequest")
record UserRequest(
        @NotBlank @Size(max = 200) @Schema(example = "Ada Byron") String name,
        @Size(max = 254)
                @Pattern(regexp = "[^\\s@]+@[^\\s@]+", message = "must be an address")
                @Schema(example = "ada@example.org")
                String email,
        @Pattern(regexp = "[0-9a-fA-F]{24}", message = "must be 24 hex digits")
                @Schema(
                        description =
                                "Whose members may read it, for ever; the caller's without it")
                String orgId) {

    /** Not for logs. */
    @Override
    public String toString() {
        return "UserRequest";
    }
}
