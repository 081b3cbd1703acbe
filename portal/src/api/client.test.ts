import { expect, it, vi } from 'vitest';
import { json, problem } from '../testing/server';
import { Api, logIn } from './client';
import { ProblemError } from './problem';

function api(fetch: typeof globalThis.fetch, onRefused = () => undefined as void): Api {
    return new Api({ base: 'http://server/api/', token: () => 'secret', onRefused, fetch });
}

it('reads every page of a list, with the token', async () => {
    const fetch = vi.fn(async (url: RequestInfo | URL) =>
        String(url).includes('cursor=next%3D')
            ? json({ items: [2], total: 2 })
            : json({ items: [1], total: 2, nextCursor: 'next=' }),
    );
    expect(await api(fetch as typeof globalThis.fetch).nodes()).toEqual([1, 2]);
    const init = (fetch.mock.calls[0] as unknown as [string, RequestInit])[1];
    expect(new Headers(init.headers).get('Authorization')).toBe('Bearer secret');
});

it('gives each action a key of its own, so that it is done once', async () => {
    const keys: (string | null)[] = [];
    const client = api(async (_url, init) => {
        keys.push(new Headers(init?.headers).get('Idempotency-Key'));
        return json({});
    });
    await client.act('a', 'stop');
    await client.act('a', 'stop');
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[0]).not.toBe(keys[1]);
});

it('tells when the token is not taken any more', async () => {
    const refused = vi.fn();
    const client = api(
        async () => problem(401, { title: 'Who?', code: 'UNAUTHENTICATED' }),
        refused,
    );
    await expect(client.node('n')).rejects.toThrow(ProblemError);
    expect(refused).toHaveBeenCalledOnce();
});

it('says so when nobody answers', async () => {
    const fetch = async () => {
        throw new TypeError('failed');
    };
    const failed = logIn({ base: 'http://server/api/', fetch }, 'admin', 'x');
    await expect(failed).rejects.toMatchObject({ problem: { code: 'UNREACHABLE' } });
});
