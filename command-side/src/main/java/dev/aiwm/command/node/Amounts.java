package dev.aiwm.command.node;

/** Amounts are compared with a tolerance, because tenths of cores do not add up exactly. */
final class Amounts {
    private static final double TOLERANCE = 1e-6;

    private Amounts() {}

    static boolean exceeds(double wanted, double free) {
        return wanted > free + TOLERANCE;
    }

    /** Whole amounts as whole numbers, as people write them. */
    static Number plain(double amount) {
        double rounded = Math.round(amount / TOLERANCE) * TOLERANCE;
        long whole = Math.round(rounded);
        if (Math.abs(rounded - whole) <= TOLERANCE) {
            return whole;
        }
        return Math.round(rounded * 1000) / 1000.0;
    }
}
