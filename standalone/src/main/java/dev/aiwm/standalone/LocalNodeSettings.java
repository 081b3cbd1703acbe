package dev.aiwm.standalone;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The node that runs inside this process.
 *
 * @param kind {@code simulated}, or the engines of this machine such as {@code docker}, or {@code
 *     none} for a controller without a node of its own
 * @param id the id it is enrolled under
 * @param demo seed the demo resources after the start
 */
@Validated
@ConfigurationProperties("aiwm.local-node")
record LocalNodeSettings(
        @DefaultValue("simulated") @NotBlank String kind,
        String id,
        @DefaultValue("false") boolean demo) {
    private static final String SIMULATED_KIND = "simulated";
    private static final String SIMULATED = "local-sim";
    private static final String REAL = "local";

    LocalNodeSettings {
        id = id == null || id.isBlank() ? (SIMULATED_KIND.equals(kind) ? SIMULATED : REAL) : id;
    }

    boolean isSimulated() {
        return kind.equals(SIMULATED_KIND);
    }

    boolean hasNode() {
        return !kind.equals("none");
    }

    boolean isReal() {
        return hasNode() && !isSimulated();
    }
}
