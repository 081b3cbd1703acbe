import { useState } from 'react';
import type { BulkView } from '../api/bulk';
import type { Page } from '../api/types';
import { useApp } from '../app';
import type { PageProps } from '../frame/Frame';
import { filterInWords, taskInWords } from '../schedules/words';
import { bulkHref, pageHref, scheduleHref } from '../routing';
import { PageHead } from '../ui/PageHead';
import { ProblemText } from '../ui/ProblemText';
import { useChanges, useRead } from '../ui/read';
import { Age, Span } from '../ui/Time';
import { BulkStatus } from './BulkStatus';

/** So many the server tells in one answer. */
const MOST = 500;

/** What was done to many resources in one. */
export default function BulkListPage({ route }: PageProps) {
    const { api } = useApp();
    const [limit, setLimit] = useState(50);
    const resourceId = route.query.get('resource') ?? undefined;
    const list = useRead(
        (signal) =>
            api.get<Page<BulkView>>(
                'bulk-operations',
                { resourceId, sort: '-startedAt', limit },
                signal,
            ),
        [resourceId, limit],
    );
    useChanges((change) => change.entity === 'bulk-operation', list.again);
    const items = list.value?.items ?? [];
    return (
        <>
            <p className="crumbs">
                <a href={pageHref('executions')}>Executions</a>
            </p>
            <PageHead title="Bulk operations" />
            {list.problem !== null ? <ProblemText problem={list.problem} /> : null}
            {list.value === null && list.problem === null ? (
                <p className="loading">Reading…</p>
            ) : null}
            {list.value !== null && items.length === 0 ? (
                <div className="teach">
                    <h2>None yet</h2>
                    <p>
                        Choose several in the <a href={pageHref('resources')}>list of resources</a>{' '}
                        to start, stop, restart or delete them in one; what became of each stands
                        here. The runs of <a href={pageHref('schedules')}>schedules</a> do too.
                    </p>
                </div>
            ) : null}
            {items.length > 0 ? <Table items={items} /> : null}
            {list.value !== null && list.value.total > items.length ? (
                <p className="more">
                    {items.length} of {list.value.total} shown.{' '}
                    {limit < MOST ? (
                        <button type="button" onClick={() => setLimit(Math.min(MOST, limit + 100))}>
                            Show more
                        </button>
                    ) : (
                        'The older ones are in the audit.'
                    )}
                </p>
            ) : null}
        </>
    );
}

function Table({ items }: { items: BulkView[] }) {
    return (
        <div className="table-frame">
            <table>
                <thead>
                    <tr>
                        <th scope="col">What</th>
                        <th scope="col">To what</th>
                        <th scope="col">Status</th>
                        <th scope="col">Began</th>
                        <th scope="col">Took</th>
                    </tr>
                </thead>
                <tbody>
                    {items.map((bulk) => (
                        <tr key={bulk.bulkId}>
                            <th scope="row">
                                <a href={bulkHref(bulk.bulkId)}>{taskInWords(bulk.operation)}</a>
                            </th>
                            <td>
                                {bulk.filter == null
                                    ? `${bulk.counts.total} named`
                                    : filterInWords(bulk.filter)}
                                {bulk.scheduleId ? (
                                    <>
                                        , by a <a href={scheduleHref(bulk.scheduleId)}>schedule</a>
                                    </>
                                ) : null}
                            </td>
                            <td>
                                <BulkStatus bulk={bulk} />
                            </td>
                            <td>
                                <Age at={bulk.startedAt} /> ago
                            </td>
                            <td>
                                <Span from={bulk.startedAt} to={bulk.endedAt} />
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
