const FIRST = 500;
const LONGEST = 30_000;

/**
 * How long to wait before attempt number `attempt` (from 0): doubling, and spread at random over its
 * upper half, so that the pages of a whole team do not come back in the same instant.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
    const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 16));
    return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
