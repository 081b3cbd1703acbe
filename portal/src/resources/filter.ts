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

/** Those that every filter but the status lets through, so that the statuses can be counted; in their order. */
export function candidates(resources: readonly ResourceView[], filter: Filter): ResourceView[] {
    const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
    return resources.filter(
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

/** Those of the chosen status, in their order. */
export function shown(found: ResourceView[], group: string): ResourceView[] {
    return group === ''
        ? found
        : found.filter((resource) => groupOf(resource.status) === group);
}

/**
 * All resources in the order that is asked for. Sorting what is nearly in order already takes one look at each,
 * so what was in order before comes first, and what is new behind it.
 */
export function ordered(
    resources: ReadonlyMap<string, ResourceView>,
    sort: string,
    before: readonly ResourceView[] = [],
): ResourceView[] {
    const list: ResourceView[] = [];
    for (const { _id: id } of before) {
        const resource = resources.get(id);
        if (resource !== undefined) {
            list.push(resource);
        }
    }
    if (list.length < resources.size) {
        const known = new Set(list);
        resources.forEach((resource) => {
            if (!known.has(resource)) {
                list.push(resource);
            }
        });
    }
    const field = sort.replace(/^-/, '') as SortField;
    const sign = sort.startsWith('-') ? -1 : 1;
    return list.sort(
        (a, b) =>
            sign * plain(keyOf(a, field), keyOf(b, field)) ||
            plain(sortable(a.name), sortable(b.name)) ||
            plain(a._id, b._id),
    );
}

/** The order after another press on a column's head. */
export function nextSort(sort: string, field: SortField): string {
    return sort === field ? `-${field}` : field;
}

function keyOf(resource: ResourceView, field: SortField): string {
    switch (field) {
        case 'name':
            return sortable(resource.name);
        case 'type':
            return resource.resourceType;
        case 'status':
            return resource.status;
        case 'node':
            return sortable(resource.nodeId);
        default:
            return resource.createdAt;
    }
}

function plain(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

const sortables = new Map<string, string>();
const MOST_SORTABLES = 100_000;

/** What is compared for a name: letters of any case and accent alike, numbers by their value. */
function sortable(name: string): string {
    let found = sortables.get(name);
    if (found === undefined) {
        found = name
            .normalize('NFKD')
            .replace(/\p{M}/gu, '')
            .toLowerCase()
            .replace(/\d+/g, (digits) => digits.padStart(12, '0'));
        if (sortables.size >= MOST_SORTABLES) {
            sortables.clear();
        }
        sortables.set(name, found);
    }
    return found;
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
