import { describe, expect, it } from 'vitest';
import { allocation, execution, node, resource } from '../testing/samples';
import { type Change, EMPTY_FLEET, type Fleet, reduce } from './state';

function after(...changes: Change[]): Fleet {
    return changes.reduce(reduce, EMPTY_FLEET);
}

const read = (part: Parameters<typeof resource>[0]): Change => ({
    type: 'resource-read',
    resource: resource(part),
});

describe('what is known of the fleet', () => {
    it('is what was read last', () => {
        const fleet = after(read({ version: 1, status: 'queued' }), read({ version: 2 }));
        expect([...fleet.resources.values()].map((it) => it.status)).toEqual(['running']);
    });

    it('is not turned back by an older answer', () => {
        const before = after(read({ version: 5 }));
        expect(reduce(before, read({ version: 4, status: 'queued' }))).toBe(before);
        const all = reduce(before, {
            type: 'all-read',
            nodes: [],
            resources: [resource({ version: 4, status: 'queued' })],
            executions: [],
        });
        expect(all.resources.get(resource()._id)?.status).toBe('running');
    });

    it('loses what is deleted or no longer listed', () => {
        expect(
            after(read({ version: 1 }), read({ version: 2, status: 'deleted' })).resources.size,
        ).toBe(0);
        const listed = after(
            read({}),
            { type: 'nodes-read', nodes: [node()] },
            { type: 'allocations-read', nodeId: 'node-1', allocations: [allocation()] },
            { type: 'all-read', nodes: [], resources: [], executions: [] },
        );
        expect([listed.resources.size, listed.nodes.size, listed.allocations.size]).toEqual([
            0, 0, 0,
        ]);
    });

    it('takes a later heartbeat of a node that has not changed otherwise', () => {
        const fleet = after(
            { type: 'nodes-read', nodes: [node({ lastHeartbeat: 'a' })] },
            { type: 'nodes-read', nodes: [node({ lastHeartbeat: 'b' })] },
        );
        expect(fleet.nodes.get('node-1')?.lastHeartbeat).toBe('b');
    });

    it('forgets a removed node with its ledger', () => {
        const fleet = after(
            { type: 'nodes-read', nodes: [node()] },
            { type: 'allocations-read', nodeId: 'node-1', allocations: [allocation()] },
            { type: 'node-gone', id: 'node-1' },
        );
        expect([fleet.nodes.size, fleet.allocations.size]).toEqual([0, 0]);
    });

    it('keeps the execution of a resource and forgets those before', () => {
        const fleet = after(
            read({ executionId: 'new' }),
            { type: 'execution-read', execution: execution({ executionId: 'old', done: true }) },
            { type: 'execution-read', execution: execution({ executionId: 'new', done: true }) },
        );
        expect([...fleet.executions.keys()]).toEqual(['new']);
    });
});
