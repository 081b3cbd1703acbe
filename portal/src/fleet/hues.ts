/**
 * One hue for each resource, as far from those before as the golden angle takes it. They are given out
 * in the order in which resources were made, so that a fleet looks the same on every screen.
 */
const hues = new Map<string, number>();

const GOLDEN_ANGLE = 137.508;
const FIRST = 250;

export function hueOf(resourceId: string): number {
    let hue = hues.get(resourceId);
    if (hue === undefined) {
        hue = Math.round((FIRST + hues.size * GOLDEN_ANGLE) % 360);
        hues.set(resourceId, hue);
    }
    return hue;
}

/** Ids begin with the time at which they were made. */
export function giveHues(resourceIds: string[]): void {
    [...resourceIds].sort().forEach(hueOf);
}
