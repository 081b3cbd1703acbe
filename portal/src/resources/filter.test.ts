import { describe, expect, it } from 'vitest';
import { resource } from '../testing/samples';
import { candidates, countByGroup, filterIn, nextSort, ordered, queryOf, shown } from './filter';

const FLEET = [
    resource({ _id: '1', name: 'web 10', nodeId: 'a', createdAt: '2026-01-01T00:00:00Z' }),
    resource({
        _id: '2',
        name: 'web 9',
        nodeId: 'b',
        status: 'failed',
        createdAt: '2026-01-03T00:00:00Z',
    }),
    resource({
        _id: '3',
        name: 'Desk',
        resourceType: 'virtual-machine',
        nodeId: 'a',
        status: 'deploying',
        labels: { team: 'ml' },
        createdAt: '2026-01-02T00:00:00Z',
    }),
];

const BY_ID = new Map(FLEET.map((it) => [it._id, it]));

function names(query: string): string[] {
    const filter = filterIn(new URLSearchParams(query));
    return shown(candidates(ordered(BY_ID, filter.sort), filter), filter.group).map(
        (it) => it.name,
    );
}

describe('the list of resources', () => {
    it('shows the newest first until another order is asked for', () => {
        expect(names('')).toEqual(['web 9', 'Desk', 'web 10']);
        expect(names('sort=name')).toEqual(['Desk', 'web 9', 'web 10']);
        expect(names('sort=-name')).toEqual(['web 10', 'web 9', 'Desk']);
        expect(names('sort=node')).toEqual(['Desk', 'web 10', 'web 9']);
    });

    it('stays in order when some change, come and go', () => {
        const before = ordered(BY_ID, 'name');
        const renamed = resource({ _id: '2', name: 'Ärger' });
        const changed = new Map(BY_ID).set('2', renamed).set('4', resource({ _id: '4', name: 'b' }));
        changed.delete('3');
        const after = ordered(changed, 'name', before);
        expect(after.map((it) => it.name)).toEqual(['Ärger', 'b', 'web 10']);
        expect(after).toEqual(ordered(changed, 'name'));
    });

    it('finds every word anywhere', () => {
        expect(names('q=WEB')).toEqual(['web 9', 'web 10']);
        expect(names('q=team%3Dml')).toEqual(['Desk']);
        expect(names('q=web+failed')).toEqual(['web 9']);
    });

    it('filters by status group, type and node', () => {
        expect(names('status=busy')).toEqual(['Desk']);
        expect(names('type=virtual-machine')).toEqual(['Desk']);
        expect(names('node=a&status=running')).toEqual(['web 10']);
    });

    it('counts by status what the other filters let through', () => {
        const filter = filterIn(new URLSearchParams('node=a&status=failed'));
        expect(countByGroup(candidates(FLEET, filter))).toEqual(
            new Map([
                ['running', 1],
                ['busy', 1],
            ]),
        );
    });

    it('has an address for every filter', () => {
        const query = 'q=x&status=failed&type=virtual-machine&node=a&sort=name';
        const filter = filterIn(new URLSearchParams(query));
        expect(new URLSearchParams(queryOf(filter)).toString()).toBe(query);
    });

    it('turns the order round at the second press', () => {
        expect([
            nextSort('-age', 'name'),
            nextSort('name', 'name'),
            nextSort('-name', 'name'),
        ]).toEqual(['name', '-name', 'name']);
    });
});
