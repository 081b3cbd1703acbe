import { expect, it } from 'vitest';
import { executionHref, nodeHref, pageHref, parseRoute, resourceHref } from './routing';

it('finds pages, with their filters', () => {
    expect(parseRoute('')).toMatchObject({ page: 'fleet', id: null, tab: null });
    expect(parseRoute('#/admin').page).toBe('admin');
    const route = parseRoute(pageHref('resources', { q: 'a b&c', status: 'failed', type: '' }));
    expect(route.page).toBe('resources');
    expect(Object.fromEntries(route.query)).toEqual({ q: 'a b&c', status: 'failed' });
});

it('finds one of a kind under the address that it gives it', () => {
    expect(parseRoute(resourceHref('a/b'))).toMatchObject({ page: 'resource', id: 'a/b' });
    expect(parseRoute(resourceHref('a', 'logs'))).toMatchObject({ page: 'resource', tab: 'logs' });
    expect(parseRoute(nodeHref('gpu server'))).toMatchObject({ page: 'nodes', id: 'gpu server' });
    expect(parseRoute(executionHref('e'))).toMatchObject({ page: 'execution', id: 'e' });
});

it('knows what it does not know', () => {
    expect(parseRoute('#/elsewhere').page).toBe('unknown');
    expect(parseRoute('#/admin/a').page).toBe('unknown');
    expect(parseRoute('#/nodes/a/b').page).toBe('unknown');
    expect(parseRoute('#/resources/a/b/c').page).toBe('unknown');
    expect(parseRoute('#/resources/%').id).toBe('%');
});
