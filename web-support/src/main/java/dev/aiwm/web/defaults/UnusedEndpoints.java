package dev.aiwm.web.defaults;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

import java.util.Set;

/**
 * Leaves out the endpoints that Spring Boot brings with its metrics, and what it would tell there:
 * nobody may call one, health and metrics of this product are its own.
 */
final class UnusedEndpoints implements AutoConfigurationImportFilter {
    private static final String BOOT = "org.springframework.boot.";
    private static final String ENDPOINT = BOOT + "actuate.autoconfigure.endpoint.";
    private static final String HEALTH = BOOT + "health.autoconfigure.";

    static final Set<String> NAMES =
            Set.of(
                    ENDPOINT + "EndpointAutoConfiguration",
                    ENDPOINT + "jackson.Jackson2EndpointAutoConfiguration",
                    ENDPOINT + "jackson.JacksonEndpointAutoConfiguration",
                    ENDPOINT + "web.WebEndpointAutoConfiguration",
                    BOOT + "actuate.autoconfigure.info.InfoContributorAutoConfiguration",
                    BOOT + "actuate.autoconfigure.web.server.ManagementContextAutoConfiguration",
                    BOOT + "autoconfigure.info.ProjectInfoAutoConfiguration",
                    HEALTH + "actuate.endpoint.AvailabilityProbesAutoConfiguration",
                    HEALTH + "application.AvailabilityHealthContributorAutoConfiguration",
                    HEALTH + "application.DiskSpaceHealthContributorAutoConfiguration",
                    HEALTH + "application.SslHealthContributorAutoConfiguration",
                    HEALTH + "contributor.HealthContributorAutoConfiguration",
                    HEALTH + "registry.HealthContributorRegistryAutoConfiguration",
                    BOOT
                            + "servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration");

    @Override
    public boolean[] match(String[] names, AutoConfigurationMetadata metadata) {
        var matches = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            matches[i] = names[i] == null || !NAMES.contains(names[i]);
        }
        return matches;
    }
}
