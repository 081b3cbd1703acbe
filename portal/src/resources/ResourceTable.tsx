import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { ResourceView } from '../api/types';
import type { Fleet } from '../fleet/state';
import { type Route, pageHref, replaceRoute } from '../routing';
import { PageHead } from '../ui/PageHead';
import { useRowsInView } from '../ui/virtual';
import { BulkBar } from './BulkBar';
import { FilterBar } from './FilterBar';
import {
    type Filter,
    type SortField,
    candidates,
    filterIn,
    nextSort,
    ordered,
    queryOf,
    shown,
} from './filter';
import { COLUMNS, ROW_HEIGHT, ResourceRow } from './ResourceRow';

const NOTHING: ReadonlySet<string> = new Set();

/** All resources; only the rows near the window are drawn, so that thousands are as fast as ten. */
export function ResourceTable({ fleet, route }: { fleet: Fleet; route: Route }) {
    const filter = filterIn(route.query);
    const change = (part: Partial<Filter>) =>
        replaceRoute(pageHref('resources', queryOf({ ...filter, ...part })));
    // What is typed shows at once; a long list may follow a moment later.
    const text = useDeferredValue(filter.text);
    const resources = useDeferredValue(fleet.resources);
    const inOrder = useOrdered(resources, useDeferredValue(filter.sort));
    const found = useMemo(
        () => candidates(inOrder, { ...filter, text }),
        // The filter is a new object each time; its fields are what counts.
        [inOrder, text, filter.type, filter.nodeId],
    );
    const list = useMemo(() => shown(found, filter.group), [found, filter.group]);
    const [chosen, setChosen] = useState(NOTHING);
    const choose = useCallback(
        (id: string, on: boolean) => setChosen((before) => changed(before, id, on)),
        [],
    );
    const body = useRef<HTMLTableSectionElement>(null);
    const [first, last] = useRowsInView(body, list.length, ROW_HEIGHT);
    const selection = useMemo(
        () => (chosen.size === 0 ? [] : list.filter((resource) => chosen.has(resource._id))),
        [list, chosen],
    );
    const every = list.length > 0 && selection.length === list.length;
    return (
        <section aria-label="Resources">
            <PageHead title="Resources">
                <FilterBar fleet={fleet} found={found} filter={filter} change={change} />
            </PageHead>
            {selection.length > 0 ? (
                <BulkBar selection={selection} clear={() => setChosen(NOTHING)} />
            ) : null}
            <div className="table-frame">
                <table aria-rowcount={list.length + 1} className="resources">
                    <caption className="sr-only">
                        Resources, {list.length} of {fleet.resources.size} shown
                    </caption>
                    <Head
                        filter={filter}
                        change={change}
                        every={every}
                        chooseAll={() =>
                            setChosen(every ? NOTHING : new Set(list.map((it) => it._id)))
                        }
                    />
                    <tbody ref={body}>
                        <Gap rows={first} />
                        {list.slice(first, last).map((resource, index) => (
                            <ResourceRow
                                key={resource._id}
                                index={first + index + 2}
                                resource={resource}
                                execution={fleet.executions.get(resource.executionId ?? '')}
                                chosen={chosen.has(resource._id)}
                                choose={choose}
                            />
                        ))}
                        <Gap rows={list.length - last} />
                    </tbody>
                </table>
                {list.length === 0 ? (
                    <p className="empty">
                        Nothing matches.{' '}
                        <button
                            type="button"
                            onClick={() => change({ text: '', group: '', type: '', nodeId: '' })}
                        >
                            Clear the filters
                        </button>
                    </p>
                ) : null}
            </div>
        </section>
    );
}

/** In the order of before as far as that goes: a fleet of thousands is not sorted for one that changed. */
function useOrdered(
    resources: ReadonlyMap<string, ResourceView>,
    sort: string,
): readonly ResourceView[] {
    const before = useRef<readonly ResourceView[]>([]);
    return useMemo(() => {
        before.current = ordered(resources, sort, before.current);
        return before.current;
    }, [resources, sort]);
}

function changed(before: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
    const after = new Set(before);
    if (on) {
        after.add(id);
    } else {
        after.delete(id);
    }
    return after;
}

/** Stands for rows that are not drawn, so that the page has its length. */
function Gap({ rows }: { rows: number }) {
    return rows <= 0 ? null : (
        <tr className="gap" aria-hidden="true">
            <td colSpan={COLUMNS} style={{ height: `${rows * ROW_HEIGHT}px` }} />
        </tr>
    );
}

const HEADS: [SortField | null, string][] = [
    ['name', 'Name'],
    ['type', 'Type'],
    ['status', 'Status'],
    ['node', 'Node'],
    [null, 'Endpoint'],
    ['age', 'Age'],
    [null, 'Actions'],
];

interface HeadProps {
    filter: Filter;
    change: (part: Partial<Filter>) => void;
    every: boolean;
    chooseAll: () => void;
}

function Head({ filter, change, every, chooseAll }: HeadProps) {
    return (
        <thead>
            <tr aria-rowindex={1}>
                <th scope="col">
                    <input
                        type="checkbox"
                        aria-label="Choose all that are shown"
                        checked={every}
                        onChange={chooseAll}
                    />
                </th>
                {HEADS.map(([field, words]) => (
                    <th
                        key={words}
                        scope="col"
                        className={`c-${words.toLowerCase()}`}
                        aria-sort={field ? direction(filter.sort, field) : undefined}
                    >
                        {field === null ? (
                            <span className={words === 'Endpoint' ? '' : 'sr-only'}>{words}</span>
                        ) : (
                            <button
                                type="button"
                                className="head"
                                onClick={() => change({ sort: nextSort(filter.sort, field) })}
                            >
                                {words}
                                <span className="arrow" aria-hidden="true" />
                            </button>
                        )}
                    </th>
                ))}
            </tr>
        </thead>
    );
}

/** The older an age, the smaller the instant: what the eye sees in the column is the other way round. */
function direction(sort: string, field: SortField): 'ascending' | 'descending' | 'none' {
    if (sort.replace(/^-/, '') !== field) {
        return 'none';
    }
    return sort.startsWith('-') === (field === 'age') ? 'ascending' : 'descending';
}
