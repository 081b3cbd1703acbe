import { expect, it } from 'vitest';
import { age, count, duration, gigabytes, instant, megabytes, percent } from './format';

const NOW = Date.parse('2026-01-05T14:03:00Z');

it('shows an age in the largest unit that says something', () => {
    const ago = (seconds: number) => age(new Date(NOW - seconds * 1000).toISOString(), NOW);
    expect([0, 59, 60, 3599, 3600, 172_799, 172_800].map(ago)).toEqual([
        '0s',
        '59s',
        '1m',
        '59m',
        '1h',
        '47h',
        '2d',
    ]);
    expect(ago(-30)).toBe('0s');
    expect(age('never', NOW)).toBe('');
});

it('shows how long something took', () => {
    expect([0, 482, 1500, 61_000, 7_260_000].map(duration)).toEqual([
        '0 ms',
        '482 ms',
        '1.5 s',
        '1 min 1 s',
        '2 h 1 min',
    ]);
});

it('shows amounts with the unit that fits', () => {
    expect([256, 512, 1024, 67_072, 262_144, 1_048_576].map(megabytes)).toEqual([
        '256 MB',
        '512 MB',
        '1 GB',
        '65.5 GB',
        '256 GB',
        '1 TB',
    ]);
    expect([0, 100, 1023, 2048, 2000].map(gigabytes)).toEqual([
        '0 GB',
        '100 GB',
        '1,023 GB',
        '2 TB',
        '2 TB',
    ]);
});

it('shows the exact instant as the viewer and as the API says it', () => {
    expect(instant('2026-01-05T14:03:00Z')).toContain('2026-01-05T14:03:00.000Z');
    expect(instant('soon')).toBe('soon');
});

it('keeps parts of a whole within it', () => {
    expect([percent(1, 4), percent(9, 4), percent(-1, 4), percent(1, 0)]).toEqual([25, 100, 0, 0]);
});

it('knows one from many', () => {
    expect([count(1, 'node'), count(2, 'node'), count(0, 'is', 'are')]).toEqual([
        '1 node',
        '2 nodes',
        '0 are',
    ]);
});
