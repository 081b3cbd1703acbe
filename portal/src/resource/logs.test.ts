import { expect, it } from 'vitest';
import { appended, cut, matches } from './logs';

it('keeps the newest lines and counts what it dropped', () => {
    const empty = { lines: [], state: 'following', problem: null, note: null, dropped: 0 } as const;
    const many = Array.from({ length: 4_999 }, (_, key) => ({ key, message: `${key}` }));
    const more = [4_999, 5_000, 5_001].map((key) => ({ key, message: `${key}` }));
    const logs = appended(appended(empty, many), more);
    expect(logs.lines.length).toBe(5_000);
    expect(logs.lines[0]?.message).toBe('2');
    expect(logs.dropped).toBe(2);
});

it('finds without regard to capitals, in one stream or all', () => {
    const entry = { message: 'Listening on 80', stream: 'stderr' } as const;
    expect(matches(entry, { text: 'LISTEN', stream: '', only: true })).toBe(true);
    expect(matches(entry, { text: '', stream: 'stdout', only: true })).toBe(false);
    expect(matches(entry, { text: 'none', stream: 'stderr', only: true })).toBe(false);
});

it('cuts a line at each find', () => {
    expect(cut('abcabd', 'AB').map((it) => [it.part, it.found])).toEqual([
        ['ab', true],
        ['c', false],
        ['ab', true],
        ['d', false],
    ]);
    expect(cut('abc', '')).toEqual([{ part: 'abc', found: false }]);
});
