package dev.aiwm.testing;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

import java.util.List;
import java.util.Optional;

/** What a test needs of its machine: without it the test is skipped, or fails where it must run. */
public final class Required {
    private static final String NAMES = "AIWM_REQUIRE";

    private Required() {}

    /**
     * What was found; else the test ends here, as a failure when {@code AIWM_REQUIRE} names it.
     *
     * @param name as it stands in that list, for example {@code postgres}
     */
    public static <T> T orSkip(String name, Optional<T> found) {
        if (found.isEmpty()) {
            String required = Optional.ofNullable(System.getenv(NAMES)).orElse("");
            if (List.of(required.split(",")).contains(name)) {
                fail(name + " is required and not installed");
            }
            Assumptions.abort(name + " is not installed");
        }
        return found.get();
    }
}
