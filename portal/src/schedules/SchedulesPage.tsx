import { useState } from 'react';
import type { ScheduleView } from '../api/schedules';
import type { Page } from '../api/types';
import { useApp } from '../app';
import type { PageProps } from '../frame/Frame';
import { pageHref, replaceRoute, resourceHref, scheduleHref } from '../routing';
import { PageHead } from '../ui/PageHead';
import { ProblemText } from '../ui/ProblemText';
import { useChanges, useRead } from '../ui/read';
import { Instant } from '../ui/Time';
import { Outcome } from './Outcome';
import { ScheduleStatus } from './ScheduleStatus';
import { Target } from './Target';
import { taskInWords, timingInWords } from './words';
import '../styles/resource.css';

const MORE = 50;

/** What is done by itself, and when it is done next. */
export default function SchedulesPage({ route }: PageProps) {
    const { api } = useApp();
    const [limit, setLimit] = useState(MORE);
    const resourceId = route.query.get('resource') ?? undefined;
    const name = route.query.get('q') ?? '';
    const list = useRead(
        (signal) =>
            api.get<Page<ScheduleView>>(
                'schedules',
                { resourceId, name: name === '' ? undefined : `*${name}*`, limit },
                signal,
            ),
        [resourceId, name, limit],
    );
    useChanges((change) => change.entity === 'schedule', list.again);
    const make = resourceId === undefined ? {} : { resource: resourceId };
    return (
        <>
            <PageHead title="Schedules">
                <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
                    <input
                        type="search"
                        aria-label="Search schedules"
                        placeholder="Search by name"
                        value={name}
                        onChange={(event) =>
                            replaceRoute(
                                pageHref('schedules', {
                                    resource: resourceId ?? '',
                                    q: event.target.value,
                                }),
                            )
                        }
                    />
                    <a className="button" href={pageHref('schedules/new', make)}>
                        New schedule
                    </a>
                </form>
            </PageHead>
            {resourceId !== undefined ? (
                <p className="banner">
                    <span>
                        Those of <a href={resourceHref(resourceId)}>one resource</a>.{' '}
                        <a href={pageHref('schedules')}>Show all</a>
                    </span>
                </p>
            ) : null}
            {list.problem !== null ? <ProblemText problem={list.problem} /> : null}
            {list.value === null ? (
                list.problem === null ? (
                    <p className="loading">Reading…</p>
                ) : null
            ) : list.value.items.length === 0 ? (
                <NoSchedules searched={name !== ''} make={pageHref('schedules/new', make)} />
            ) : (
                <Table items={list.value.items} />
            )}
            {list.value !== null && list.value.total > list.value.items.length && limit < 500 ? (
                <p className="more">
                    {list.value.items.length} of {list.value.total} shown.{' '}
                    <button type="button" onClick={() => setLimit(Math.min(500, limit + 100))}>
                        Show more
                    </button>
                </p>
            ) : null}
        </>
    );
}

function NoSchedules({ searched, make }: { searched: boolean; make: string }) {
    return searched ? (
        <p className="empty">No schedule has such a name.</p>
    ) : (
        <div className="teach">
            <h2>Nothing is done by itself</h2>
            <p>
                A schedule does what you would do by hand, later or again and again: a snapshot each
                night of which the last seven are kept, machines of a team stopped in the evening, a
                test that is thrown away tomorrow.
            </p>
            <p>
                <a className="button primary" href={make}>
                    Make the first schedule
                </a>
            </p>
        </div>
    );
}

function Table({ items }: { items: ScheduleView[] }) {
    return (
        <div className="table-frame">
            <table>
                <thead>
                    <tr>
                        <th scope="col">Name</th>
                        <th scope="col">What</th>
                        <th scope="col">When</th>
                        <th scope="col">Status</th>
                        <th scope="col">Next</th>
                        <th scope="col">Last run</th>
                    </tr>
                </thead>
                <tbody>
                    {items.map((it) => (
                        <tr key={it.scheduleId}>
                            <th scope="row">
                                <a href={scheduleHref(it.scheduleId)}>{it.name}</a>
                            </th>
                            <td>
                                {taskInWords(it.operation)} <Target schedule={it} />
                            </td>
                            <td>{timingInWords(it.timing)}</td>
                            <td>
                                <ScheduleStatus schedule={it} />
                            </td>
                            <td>
                                {it.next[0] === undefined ? (
                                    <span className="nothing">none</span>
                                ) : (
                                    <Instant at={it.next[0]} />
                                )}
                            </td>
                            <td>
                                {it.lastRun == null ? (
                                    <span className="nothing">none yet</span>
                                ) : (
                                    <Outcome run={it.lastRun} />
                                )}
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
