package dev.aiwm.command.live;

import dev.aiwm.command.api.VolumeName;
import dev.aiwm.contracts.Copies;
import dev.aiwm.web.problem.FieldError;
import dev.aiwm.web.problem.InvalidRequest;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.Map;

/** A volume that is wanted on a node. */
@Schema(name = "CreateVolume")
record CreateVolumeRequest(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String nodeId,
        @Schema(description = "On the node; containers name it as `hostPath`")
                @NotBlank
                @Pattern(regexp = VolumeName.FORMAT, message = VolumeName.RULE)
                String name,
        @Size(max = 64) Map<String, String> labels) {
    private static final String LABEL = "[A-Za-z0-9][A-Za-z0-9._/-]{0,127}";
    private static final String OURS = "aiwm.io/";
    private static final int LONGEST_LABEL = 255;

    CreateVolumeRequest {
        labels = Copies.orEmpty(labels);
    }

    /** What annotations cannot say. */
    void check() {
        labels.forEach(
                (label, value) -> {
                    boolean good =
                            label.matches(LABEL)
                                    && !label.startsWith(OURS)
                                    && value != null
                                    && value.length() <= LONGEST_LABEL;
                    if (!good) {
                        throw InvalidRequest.of(
                                new FieldError(
                                        "/labels/" + label,
                                        FieldError.INVALID,
                                        "must be a short name that does not begin "
                                                + OURS
                                                + ", with a text of at most "
                                                + LONGEST_LABEL));
                    }
                });
    }

    /** In a path: nothing that the engine would understand as more than a name. */
    static void requireName(String name) {
        if (!name.matches(VolumeName.FORMAT)) {
            throw InvalidRequest.parameter("name", VolumeName.RULE);
        }
    }
}
