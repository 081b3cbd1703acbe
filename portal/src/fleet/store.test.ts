// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Api } from '../api/client';
import { node, resource } from '../testing/samples';
import { FakeServer, problem } from '../testing/server';
import { FleetStore, changeIn } from './store';

describe('keeping the picture of the fleet', () => {
    let server: FakeServer;
    let store: FleetStore;
    const id = resource()._id;

    beforeEach(() => {
        vi.useFakeTimers();
        server = new FakeServer();
        server.nodes = [node()];
        server.resources = [resource({ version: 1, status: 'queued' })];
        store = new FleetStore(
            new Api({
                base: 'http://server/api/',
                token: () => 'token',
                onRefused: () => undefined,
                fetch: server.fetch,
            }),
        );
        store.start();
    });

    afterEach(() => {
        store.stop();
        vi.useRealTimers();
    });

    const settle = (time = 200) => vi.advanceTimersByTimeAsync(time);
    const status = () => store.current().fleet.resources.get(id)?.status;

    it('opens the stream before it reads, so that nothing falls between', async () => {
        await settle();
        expect(server.asked[0]).toBe('GET events/stream');
        expect(store.current()).toMatchObject({
            loaded: true,
            problem: null,
            link: { state: 'live' },
        });
        expect(status()).toBe('queued');
    });

    it('reads what the stream says has changed, not older than that', async () => {
        await settle();
        server.resources = [resource({ version: 4 })];
        server.say('resource', id, 4, '11');
        await settle();
        expect(server.asked).toContain(`GET resources/${id}?minVersion=4`);
        expect(status()).toBe('running');
    });

    it('shows together what comes at once', async () => {
        server.resources = Array.from({ length: 100 }, (_, at) => resource({ _id: `${at}` }));
        await settle();
        let shown = 0;
        store.subscribe(() => shown++);
        server.resources = server.resources.map((it) => ({ ...it, version: 9 }));
        server.resources.forEach((it) => server.say('resource', it._id, 9, '12'));
        await settle(1_000);
        const { resources } = store.current().fleet;
        expect(server.resources.every((it) => resources.get(it._id)?.version === 9)).toBe(true);
        expect(shown).toBeLessThan(10);
    });

    it('goes on where the stream broke', async () => {
        await settle();
        server.say('resource', id, 1, '11');
        await settle();
        server.hangUp();
        await settle(1_000);
        expect(server.resumedAfter).toEqual([null, '11']);
        expect(server.asked.filter((asked) => asked.startsWith('GET resources?'))).toHaveLength(1);
    });

    it('says that changes may have been missed when the stream was away for too long', async () => {
        await settle();
        let missed = 0;
        store.onMissed(() => missed++);
        server.say('resource', id, 1, '11');
        await settle();
        server.answers['GET events/stream'] = () =>
            problem(503, { title: 'Unavailable', code: 'UNAVAILABLE' });
        server.hangUp();
        await settle(70_000);
        expect(store.current().link).toMatchObject({ since: expect.any(Number) as number });
        expect(missed).toBe(0);
        delete server.answers['GET events/stream'];
        await settle(60_000);
        expect(missed).toBe(1);
        expect(server.resumedAfter.at(-1)).toBeNull();
    });

    it('drops what the server does not know any more', async () => {
        await settle();
        server.resources = [];
        server.say('resource', id, 2, '12');
        await settle();
        expect(store.current().fleet.resources.size).toBe(0);
    });

    it('reads a node with its ledger', async () => {
        await settle();
        server.say('node', 'node-1', 6, '13');
        await settle();
        expect(server.asked).toContain('GET nodes/node-1?minVersion=6');
        expect(server.asked).toContain('GET nodes/node-1/allocations?minVersion=6');
    });

    it('says why the fleet could not be read, and reads it when it can', async () => {
        const busy = () => problem(503, { title: 'Unavailable', code: 'UNAVAILABLE' });
        server.answers['GET nodes'] = busy;
        server.hangUp();
        await store.readAll();
        expect(store.current().problem?.code).toBe('UNAVAILABLE');
        delete server.answers['GET nodes'];
        await store.readAll();
        expect(store.current()).toMatchObject({ loaded: true, problem: null });
    });
});

describe('a message of the stream', () => {
    it('is about an entity that the page shows, or nothing', () => {
        const said = (data: unknown) => changeIn({ type: 'message', data: JSON.stringify(data) });
        expect(said({ entity: 'node', id: 'n', version: 2 })).toEqual({
            entity: 'node',
            id: 'n',
            version: 2,
        });
        expect(said({ entity: 'node', id: 'n' })?.version).toBe(0);
        expect(said({ entity: 'pool', id: 'p', version: 2 })).toBeNull();
        expect(said({ entity: 'node' })).toBeNull();
        expect(said(null)).toBeNull();
        expect(changeIn({ type: 'message', data: 'not json' })).toBeNull();
    });
});
