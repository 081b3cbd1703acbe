import { useSyncExternalStore } from 'react';

/**
 * Addresses live behind the `#`: the paths themselves belong to the API, which also answers without
 * its `/api` in front.
 */
export interface Route {
    page: PageName;
    /** The resource, node or execution that the address points at. */
    id: string | null;
    tab: string | null;
    query: URLSearchParams;
}

export type PageName =
    | 'fleet'
    | 'resources'
    | 'resource'
    | 'create'
    | 'nodes'
    | 'enrol'
    | 'executions'
    | 'execution'
    | 'schedules'
    | 'schedule'
    | 'bulk-operations'
    | 'bulk-operation'
    | 'audit'
    | 'admin'
    | 'unknown';

/** Pages without anything behind their name. */
const PLAIN: Record<string, PageName> = {
    '': 'fleet',
    fleet: 'fleet',
    create: 'create',
    enrol: 'enrol',
    audit: 'audit',
    admin: 'admin',
};

const LISTS: Record<string, [list: PageName, one: PageName, tabs: boolean]> = {
    resources: ['resources', 'resource', true],
    nodes: ['nodes', 'nodes', false],
    executions: ['executions', 'execution', false],
    schedules: ['schedules', 'schedule', true],
    'bulk-operations': ['bulk-operations', 'bulk-operation', false],
};

export function parseRoute(hash: string): Route {
    const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
    const [first = '', id = '', tab = '', ...more] = path.split('/').map(decoded);
    const route: Route = {
        page: 'unknown',
        id: id || null,
        tab: tab || null,
        query: new URLSearchParams(query),
    };
    const list = LISTS[first];
    if (more.length > 0) {
        return route;
    }
    if (list !== undefined && (tab === '' || list[2])) {
        return { ...route, page: id === '' ? list[0] : list[1] };
    }
    const plain = PLAIN[first];
    return plain !== undefined && id === '' ? { ...route, page: plain } : route;
}

export function resourceHref(id: string, tab?: string): string {
    return `#/resources/${encodeURIComponent(id)}${tab === undefined ? '' : `/${tab}`}`;
}

export function nodeHref(id: string): string {
    return `#/nodes/${encodeURIComponent(id)}`;
}

/** `new` stands for one that is yet to be asked for. */
export function executionHref(id: string): string {
    return `#/executions/${encodeURIComponent(id)}`;
}

/** `new` stands for one that is yet to be made. */
export function scheduleHref(id: string, tab?: 'edit'): string {
    return `#/schedules/${encodeURIComponent(id)}${tab === undefined ? '' : `/${tab}`}`;
}

export function bulkHref(id: string): string {
    return `#/bulk-operations/${encodeURIComponent(id)}`;
}

/** A page with these in its address; empty ones are left out. */
export function pageHref(page: string, query: Record<string, string> = {}): string {
    const filled = Object.entries(query).filter(([, value]) => value !== '');
    return filled.length === 0 ? `#/${page}` : `#/${page}?${new URLSearchParams(filled)}`;
}

/** The address as it is, with these in it. */
export function changedHref(page: string, part: Record<string, string>): string {
    const { query } = parseRoute(window.location.hash);
    return pageHref(page, { ...Object.fromEntries(query), ...part });
}

/** Goes there, as a link would. */
export function goTo(href: string): void {
    window.location.hash = href;
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
