import { useSyncExternalStore } from 'react';

/**
 * Addresses live behind the `#`: the paths themselves belong to the API, which also answers without
 * its `/api` in front.
 */
export interface Route {
    page: 'fleet' | 'unknown';
    /** A resource or a node that the address points at. */
    resourceId: string | null;
    nodeId: string | null;
    query: URLSearchParams;
}

export function parseRoute(hash: string): Route {
    const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
    const [first = '', second = '', ...more] = path.split('/').map(decoded);
    const nothing = { resourceId: null, nodeId: null, query: new URLSearchParams(query) };
    const known = more.length === 0;
    if (known && (first === '' || first === 'fleet') && second === '') {
        return { page: 'fleet', ...nothing };
    }
    if (known && first === 'resources') {
        return { page: 'fleet', ...nothing, resourceId: second || null };
    }
    if (known && first === 'nodes') {
        return { page: 'fleet', ...nothing, nodeId: second || null };
    }
    return { page: 'unknown', ...nothing };
}

export function resourceHref(id: string): string {
    return `#/resources/${encodeURIComponent(id)}`;
}

export function nodeHref(id: string): string {
    return `#/nodes/${encodeURIComponent(id)}`;
}

/** The list with these filters; empty ones are left out. */
export function fleetHref(query: Record<string, string>): string {
    const filled = Object.entries(query).filter(([, value]) => value !== '');
    return filled.length === 0 ? '#/fleet' : `#/fleet?${new URLSearchParams(filled)}`;
}

/** Changes the address without a new entry in the browser's history. */
export function replaceRoute(href: string): void {
    history.replaceState(null, '', href);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
    const hash = useSyncExternalStore(
        (changed) => {
            window.addEventListener('hashchange', changed);
            return () => window.removeEventListener('hashchange', changed);
        },
        () => window.location.hash,
    );
    return parseRoute(hash);
}

function decoded(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}
