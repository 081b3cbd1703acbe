package dev.aiwm.contracts.node.ledger;

/**
 * What several claims come to. Cores are counted in billionths, so that the sum does not depend on
 * the order in which it was made.
 */
public record ClaimedAmounts(
        long cpuNanos, long ramMB, long diskGB, int gpus, int migSlices, int holdersOfPieces) {
    private static final double NANOS = 1e9;

    public static final ClaimedAmounts NONE = new ClaimedAmounts(0, 0, 0, 0, 0, 0);

    public static ClaimedAmounts of(Claims claims) {
        return new ClaimedAmounts(
                Math.round(claims.cpuCores() * NANOS),
                claims.ramMB(),
                claims.diskGB(),
                claims.gpuIds().size(),
                claims.migSlices().size(),
                hasPieces(claims) ? 1 : 0);
    }

    static boolean hasPieces(Claims claims) {
        return !(claims.gpuIds().isEmpty()
                && claims.migSlices().isEmpty()
                && claims.staticIps().isEmpty()
                && claims.hostPorts().isEmpty());
    }

    public double cpuCores() {
        return cpuNanos / NANOS;
    }

    public ClaimedAmounts plus(ClaimedAmounts other) {
        return new ClaimedAmounts(
                cpuNanos + other.cpuNanos,
                ramMB + other.ramMB,
                diskGB + other.diskGB,
                gpus + other.gpus,
                migSlices + other.migSlices,
                holdersOfPieces + other.holdersOfPieces);
    }

    public ClaimedAmounts minus(ClaimedAmounts other) {
        return new ClaimedAmounts(
                cpuNanos - other.cpuNanos,
                ramMB - other.ramMB,
                diskGB - other.diskGB,
                gpus - other.gpus,
                migSlices - other.migSlices,
                holdersOfPieces - other.holdersOfPieces);
    }
}
