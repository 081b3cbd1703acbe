package dev.aiwm.benchmarks;

/**
 * How much is measured: seconds for a build, about a minute by hand, or as the claim is defined.
 */
enum Size {
    SMOKE,
    SMALL,
    FULL;

    int of(int smoke, int small, int full) {
        return switch (this) {
            case SMOKE -> smoke;
            case SMALL -> small;
            case FULL -> full;
        };
    }
}
