import { expect, it, vi } from 'vitest';
import { Api } from '../api/client';
import { appended, cut, followed, matches } from './logs';

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

it('goes on behind the last line when the way breaks', async () => {
    vi.useFakeTimers();
    const asked: URLSearchParams[] = [];
    const line = (message: string, at: string) =>
        `event: log\ndata: ${JSON.stringify({ message, timestamp: at })}\n\n`;
    const api = new Api({
        base: 'http://server/api/',
        token: () => null,
        onRefused: () => undefined,
        fetch: async (url) => {
            asked.push(new URL(String(url)).searchParams);
            return new Response(
                asked.length === 1
                    ? breaking(line('first', '2026-01-01T00:00:00Z'))
                    : `${line('second', '2026-01-01T00:00:09Z')}event: end\ndata: {}\n\n`,
            );
        },
    });
    const lines: string[] = [];
    const states: string[] = [];
    const following = followed(
        api,
        'a',
        { of: 'a', last: null },
        new AbortController().signal,
        (entry) => lines.push(entry.message),
        ({ state }) => states.push(state ?? ''),
    );
    await vi.advanceTimersByTimeAsync(1_000);
    await following;
    vi.useRealTimers();
    expect(lines).toEqual(['first', 'second']);
    expect(states).toEqual(['following', 'waiting', 'following', 'ended']);
    expect(asked[1]?.get('since')).toBe('2026-01-01T00:00:00.001Z');
});

function breaking(text: string): ReadableStream<Uint8Array> {
    let told = false;
    return new ReadableStream({
        pull: (controller) => {
            if (told) {
                controller.error(new TypeError('network error'));
            } else {
                told = true;
                controller.enqueue(new TextEncoder().encode(text));
            }
        },
    });
}
