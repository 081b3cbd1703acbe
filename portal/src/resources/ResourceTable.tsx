import { useMemo, useState } from 'react';
import type { Fleet } from '../fleet/state';
import { type Route, fleetHref, replaceRoute } from '../routing';
import { FilterBar } from './FilterBar';
import {
    type Filter,
    type SortField,
    candidates,
    filterIn,
    nextSort,
    queryOf,
    shown,
} from './filter';
import { NoResources } from './NoResources';
import { ResourceRow } from './ResourceRow';

/** So many rows at once; more on request, so that a large fleet does not make the page slow. */
const ROWS = 200;

export function ResourceTable({ fleet, route }: { fleet: Fleet; route: Route }) {
    // An address that points at one resource leaves the list as it was.
    const [kept, setKept] = useState<Filter>(() => filterIn(route.query));
    const [rows, setRows] = useState(ROWS);
    const pointed = route.resourceId !== null || route.nodeId !== null;
    const filter = pointed ? kept : filterIn(route.query);
    const change = (part: Partial<Filter>) => {
        const next = { ...filter, ...part };
        setKept(next);
        setRows(ROWS);
        replaceRoute(fleetHref(queryOf(next)));
    };
    const found = useMemo(
        () => candidates(fleet.resources.values(), filter),
        // The filter is a new object each time; its fields are what counts.
        [fleet.resources, filter.text, filter.type, filter.nodeId],
    );
    const list = useMemo(() => shown(found, filter), [found, filter.group, filter.sort]);
    const target = route.resourceId;
    const visible = list.slice(0, rows);
    const outside = target === null ? undefined : fleet.resources.get(target);
    if (outside !== undefined && !visible.includes(outside)) {
        visible.unshift(outside);
    }
    const back = fleetHref(queryOf(filter));
    return (
        <section aria-labelledby="resources">
            <header className="section-head">
                <h2 id="resources">Resources</h2>
                {fleet.resources.size > 0 ? (
                    <FilterBar fleet={fleet} found={found} filter={filter} change={change} />
                ) : null}
            </header>
            {target !== null && outside === undefined ? <Missing id={target} back={back} /> : null}
            {fleet.resources.size === 0 ? (
                <NoResources />
            ) : (
                <div className="table-frame">
                    <table>
                        <caption className="sr-only">
                            Resources, {list.length} of {fleet.resources.size} shown
                        </caption>
                        <Head filter={filter} change={change} />
                        <tbody>
                            {visible.map((resource) => (
                                <ResourceRow
                                    key={resource._id}
                                    resource={resource}
                                    execution={fleet.executions.get(resource.executionId ?? '')}
                                    open={resource._id === target}
                                    back={back}
                                />
                            ))}
                        </tbody>
                    </table>
                    {list.length === 0 ? (
                        <p className="empty">
                            Nothing matches.{' '}
                            <button
                                type="button"
                                onClick={() =>
                                    change({ text: '', group: '', type: '', nodeId: '' })
                                }
                            >
                                Clear the filters
                            </button>
                        </p>
                    ) : null}
                    {list.length > rows ? (
                        <p className="more">
                            {rows} of {list.length} shown.{' '}
                            <button type="button" onClick={() => setRows(rows + ROWS)}>
                                Show more
                            </button>
                        </p>
                    ) : null}
                </div>
            )}
        </section>
    );
}

function Missing({ id, back }: { id: string; back: string }) {
    return (
        <p className="banner warning" role="status">
            There is no resource <code>{id}</code>, or no more. <a href={back}>Show the list</a>
        </p>
    );
}

const HEADS: [SortField | null, string][] = [
    [null, 'Details'],
    ['name', 'Name'],
    ['type', 'Type'],
    ['status', 'Status'],
    ['node', 'Node'],
    [null, 'Endpoint'],
    ['age', 'Age'],
    [null, 'Actions'],
];

function Head({ filter, change }: { filter: Filter; change: (part: Partial<Filter>) => void }) {
    return (
        <thead>
            <tr>
                {HEADS.map(([field, words]) => (
                    <th
                        key={words}
                        scope="col"
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
