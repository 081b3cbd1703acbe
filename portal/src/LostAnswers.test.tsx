// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppRoot } from './AppRoot';
import { Sessions } from './session/session';
import { node, resource } from './testing/samples';
import { FakeServer, json, problem } from './testing/server';

const away = () => problem(503, { title: 'Unavailable', code: 'UNAVAILABLE' });

/** Answers with each of these once, with the last one from then on. */
function inTurn(...answers: (() => Response)[]): () => Response {
    let turn = 0;
    return () => (answers[Math.min(turn++, answers.length - 1)] ?? away)();
}

describe('when answers are lost or refused', () => {
    let server: FakeServer;

    // Pages load when they are first wanted; here that must take no time.
    beforeAll(() =>
        Promise.all([
            import('./create/CreatePage'),
            import('./nodes/EnrolPage'),
            import('./audit/AuditPage'),
        ]),
    );

    beforeEach(() => {
        vi.useFakeTimers();
        sessionStorage.clear();
        server = new FakeServer();
        server.nodes = [node()];
        server.resources = [resource()];
        vi.stubGlobal('fetch', server.fetch);
    });

    afterEach(() => {
        cleanup();
        vi.useRealTimers();
        vi.unstubAllGlobals();
    });

    const settle = (time = 500) => act(() => vi.advanceTimersByTimeAsync(time));

    async function show(address: string): Promise<void> {
        window.location.hash = address;
        const sessions = new Sessions();
        sessions.begin({ token: 't', username: 'admin', expiresAt: Date.now() + 3_600_000 });
        render(<AppRoot sessions={sessions} base="http://server/api/" />);
        await settle();
    }

    const type = async (label: string | RegExp, value: string) => {
        fireEvent.change(screen.getByLabelText(label), { target: { value } });
        await settle();
    };

    const press = async (name: string | RegExp) => {
        fireEvent.click(screen.getByRole('button', { name }));
        await settle();
    };

    const heard = (text: string | RegExp) => screen.queryByText(text) !== null;

    it('asks again what became of a bulk operation', async () => {
        const counts = { total: 2, waiting: 0, running: 1 };
        const items = [
            { resourceId: 'a', status: 'succeeded' },
            { resourceId: 'b', status: 'cancelled' },
        ];
        server.answers['POST resources/bulk'] = () =>
            json({ bulkId: 'k', done: false, counts, items: [] }, 202);
        server.answers['GET bulk-operations/k'] = inTurn(away, () =>
            json({ bulkId: 'k', done: true, counts, items }),
        );
        await show('#/resources');
        fireEvent.click(screen.getByRole('checkbox', { name: 'Choose all that are shown' }));
        await settle();
        await press('Stop 1');
        await settle(2_000);
        expect(heard('Stop: done to 1 resource')).toBe(true);
        expect(heard('Stop: cancelled or not known of 1 resource')).toBe(true);
        expect(heard(/not done/)).toBe(false);
    });

    it('creates once, however often it is pressed', async () => {
        const keys: (string | null)[] = [];
        vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
            if (init?.method === 'POST') {
                keys.push(new Headers(init.headers).get('Idempotency-Key'));
            }
            return server.fetch(url, init);
        });
        server.answers['POST resources'] = away;
        await show('#/create');
        await type('Name', 'web');
        await type('Image', 'nginx');
        const create = async () => {
            fireEvent.submit(screen.getByRole('button', { name: 'Create web' }));
            await settle();
        };
        await create();
        await create();
        expect(keys[0]).toBe(keys[1]);
        await type('Image', 'redis');
        await create();
        expect(keys[2]).not.toBe(keys[1]);
    });

    it('makes a token for a node that is registered already', async () => {
        server.answers['POST nodes'] = inTurn(
            () => json(node({ nodeId: 'gpu-1' }), 201),
            () => problem(409, { title: 'Conflict', code: 'NODE_EXISTS' }),
        );
        server.answers['POST nodes/gpu-1/token'] = inTurn(away, () =>
            json({ nodeId: 'gpu-1', token: 'shown-once', expiresAt: '2030-01-01T00:00:00Z' }),
        );
        await show('#/enrol');
        await type(/^Id/, 'gpu-1');
        const enrol = async () => {
            fireEvent.submit(screen.getByRole('button', { name: 'Enrol and make its token' }));
            await settle();
        };
        await enrol();
        expect(heard(/shown-once/)).toBe(false);
        await enrol();
        expect(heard(/shown-once/)).toBe(true);
    });

    it('shows why a search is refused, and nothing of the one before', async () => {
        const entry = {
            eventId: 'e',
            entity: 'resource',
            id: 'r',
            type: 'ResourceStopped',
            position: '1',
            version: 1,
            timestamp: '2026-01-01T00:00:00Z',
        };
        server.answers['GET audit'] = inTurn(
            () => json({ items: [entry], total: 1 }),
            () => problem(400, { title: 'Bad', code: 'VALIDATION_FAILED', detail: 'no such word' }),
        );
        await show('#/audit');
        expect(heard('Resource stopped')).toBe(true);
        await type('Holds the text', 'x');
        expect(heard('No such word.')).toBe(true);
        expect(heard('Resource stopped')).toBe(false);
    });

    it('shows the past at a time that is told as an age', async () => {
        server.answers['GET audit'] = () => json({ items: [], total: 0 });
        server.answers['GET fleet'] = () => json({ position: '7', nodes: [] });
        await show('#/audit?at=2h');
        expect(screen.getByRole('slider', { name: 'Instant' })).toBeTruthy();
        expect(server.asked.some((asked) => asked.startsWith('GET fleet?at=2h'))).toBe(true);
    });
});
