import type { ResourceView } from '../api/types';
import { type StatusGroup, groupOf } from './status';

export interface Filter {
    text: string;
    group: string;
    type: string;
    nodeId: string;
    /** A field, with a `-` in front for descending. */
    sort: string;
}

export type SortField = 'name' | 'type' | 'status' | 'node' | 'age';

/** Made once: making one takes longer than a thousand comparisons. */
const WORDS = new Intl.Collator(undefined, { numeric: true });

export const NEWEST_FIRST = '-age';

export function filterIn(query: URLSearchParams): Filter {
    return {
        text: query.get('q') ?? '',
        group: query.get('status') ?? '',
        type: query.get('type') ?? '',
        nodeId: query.get('node') ?? '',
        sort: query.get('sort') ?? NEWEST_FIRST,
    };
}

export function queryOf(filter: Filter): Record<string, string> {
    return {
        q: filter.text,
        status: filter.group,
        type: filter.type,
        node: filter.nodeId,
        sort: filter.sort === NEWEST_FIRST ? '' : filter.sort,
    };
}

/** Those that every filter but the status lets through, so that the statuses can be counted. */
export function candidates(resources: Iterable<ResourceView>, filter: Filter): ResourceView[] {
    const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
    return [...resources].filter(
        (resource) =>
            (filter.type === '' || resource.resourceType === filter.type) &&
            (filter.nodeId === '' || resource.nodeId === filter.nodeId) &&
            words.every((word) => searchable(resource).includes(word)),
    );
}

export function countByGroup(resources: ResourceView[]): Map<StatusGroup, number> {
    const counts = new Map<StatusGroup, number>();
    for (const resource of resources) {
        const group = groupOf(resource.status);
        counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return counts;
}

export function shown(found: ResourceView[], filter: Filter): ResourceView[] {
    const matching = found.filter(
        (resource) => filter.group === '' || groupOf(resource.status) === filter.group,
    );
    const descending = filter.sort.startsWith('-');
    const field = filter.sort.replace(/^-/, '') as SortField;
    const sign = descending ? -1 : 1;
    return matching.sort(
        (a, b) =>
            sign * compare(a, b, field) ||
            WORDS.compare(a.name, b.name) ||
            (a._id < b._id ? -1 : 1),
    );
}

/** The order after another press on a column's head. */
export function nextSort(sort: string, field: SortField): string {
    return sort === field ? `-${field}` : field;
}

function compare(a: ResourceView, b: ResourceView, field: SortField): number {
    switch (field) {
        case 'name':
            return WORDS.compare(a.name, b.name);
        case 'type':
            return plain(a.resourceType, b.resourceType);
        case 'status':
            return plain(a.status, b.status);
        case 'node':
            return WORDS.compare(a.nodeId, b.nodeId);
        default:
            return plain(a.createdAt, b.createdAt);
    }
}

function plain(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/** Resources are never changed in place, so what is searched in is put together once for each. */
const texts = new WeakMap<ResourceView, string>();

function searchable(resource: ResourceView): string {
    let text = texts.get(resource);
    if (text === undefined) {
        text = textOf(resource);
        texts.set(resource, text);
    }
    return text;
}

function textOf(resource: ResourceView): string {
    const labels = Object.entries(resource.labels ?? {}).map(([name, value]) => `${name}=${value}`);
    return [
        resource.name,
        resource._id,
        resource.description ?? '',
        resource.runtime?.endpoint ?? '',
        resource.status,
        ...labels,
    ]
        .join(' ')
        .toLowerCase();
}
