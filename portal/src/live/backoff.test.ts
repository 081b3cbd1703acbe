import { expect, it } from 'vitest';
import { backoff } from './backoff';

it('waits longer each time, up to half a minute, and never less than half of that', () => {
    expect([0, 1, 2, 3].map((attempt) => backoff(attempt, () => 1))).toEqual([
        500, 1000, 2000, 4000,
    ]);
    expect(backoff(40, () => 1)).toBe(30_000);
    expect(backoff(40, () => 0)).toBe(15_000);
});
