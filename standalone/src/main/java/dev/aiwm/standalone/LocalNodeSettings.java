package dev.aiwm.standalone;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The node that runs inside this process.
 *
 * @param kind {@code simulated}, or {@code none} for a controller without a node of its own
 * @param id the id it is enrolled under
 * @param demo seed the demo resources after the start
 */
@Validated
@ConfigurationProperties("aiwm.local-node")
record LocalNodeSettings(
        @DefaultValue("simulated") @NotBlank String kind,
        @DefaultValue("local-sim") @NotBlank String id,
        @DefaultValue("false") boolean demo) {
    boolean isSimulated() {
        return kind.equals("simulated");
    }
}
