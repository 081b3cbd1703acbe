package dev.aiwm.command.node;

import dev.aiwm.contracts.node.ledger.Claims;
import dev.aiwm.contracts.resource.ResourceSize;

/** Amounts are compared with a tolerance, because tenths of cores do not add up exactly. */
final class Amounts {
    private static final double TOLERANCE = 1e-6;
    private static final double LARGE = 1e6;

    private Amounts() {}

    static boolean exceeds(double wanted, double free) {
        return wanted > free + TOLERANCE;
    }

    /** The same pieces, and of each amount at least as much as the size names. */
    static Claims larger(Claims claims, ResourceSize size) {
        return claims.withAmounts(
                Math.max(claims.cpuCores(), size.cpuCores() == null ? 0 : size.cpuCores()),
                Math.max(claims.ramMB(), size.ramMB() == null ? 0 : size.ramMB()),
                Math.max(claims.diskGB(), size.diskGB() == null ? 0 : size.diskGB()));
    }

    /** The same pieces, and of each amount that the size names at most as much. */
    static Claims smaller(Claims claims, ResourceSize size) {
        return claims.withAmounts(
                size.cpuCores() == null
                        ? claims.cpuCores()
                        : Math.min(claims.cpuCores(), size.cpuCores()),
                size.ramMB() == null ? claims.ramMB() : Math.min(claims.ramMB(), size.ramMB()),
                size.diskGB() == null ? claims.diskGB() : Math.min(claims.diskGB(), size.diskGB()));
    }

    /** As people write them: whole ones as whole numbers, and of large ones only what is whole. */
    static Number plain(double amount) {
        long whole = Math.round(amount);
        if (amount >= LARGE || Math.abs(amount - whole) <= TOLERANCE) {
            return whole;
        }
        return Math.round(amount * 1000) / 1000.0;
    }
}
