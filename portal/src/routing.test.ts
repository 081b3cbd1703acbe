import { expect, it } from 'vitest';
import { fleetHref, nodeHref, parseRoute, resourceHref } from './routing';

it('finds the fleet, with its filters', () => {
    expect(parseRoute('')).toMatchObject({ page: 'fleet', resourceId: null, nodeId: null });
    const route = parseRoute(fleetHref({ q: 'a b&c', status: 'failed', type: '' }));
    expect(route.page).toBe('fleet');
    expect(Object.fromEntries(route.query)).toEqual({ q: 'a b&c', status: 'failed' });
});

it('finds a resource and a node under the address that it gives them', () => {
    expect(parseRoute(resourceHref('a/b'))).toMatchObject({ page: 'fleet', resourceId: 'a/b' });
    expect(parseRoute(nodeHref('gpu server'))).toMatchObject({
        page: 'fleet',
        nodeId: 'gpu server',
    });
});

it('knows what it does not know', () => {
    expect(parseRoute('#/elsewhere').page).toBe('unknown');
    expect(parseRoute('#/resources/a/b').page).toBe('unknown');
    expect(parseRoute('#/resources/%').resourceId).toBe('%');
});
