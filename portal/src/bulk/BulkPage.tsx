import { useState } from 'react';
import type { BulkItem, BulkView } from '../api/bulk';
import { problemOf } from '../api/problem';
import { useApp } from '../app';
import { Trail } from '../audit/Trail';
import type { PageProps } from '../frame/Frame';
import { filterInWords, taskInWords } from '../schedules/words';
import { executionHref, pageHref, resourceHref, scheduleHref } from '../routing';
import { PageHead } from '../ui/PageHead';
import { ProblemText } from '../ui/ProblemText';
import { useChanges, useRead } from '../ui/read';
import { Instant, Span } from '../ui/Time';
import { BulkItemState, BulkStatus } from './BulkStatus';
import '../styles/audit.css';
import '../styles/resource.css';

/** So many results at once; the rest on request. */
const SHOWN = 100;

/** One operation on many: what became of each. */
export default function BulkPage({ route }: PageProps) {
    const { api } = useApp();
    const id = route.id ?? '';
    const path = `bulk-operations/${encodeURIComponent(id)}`;
    const read = useRead((signal) => api.get<BulkView>(path, {}, signal), [path]);
    useChanges((change) => change.id === id, read.again);
    const bulk = read.value;
    if (bulk === null) {
        return read.problem === null ? (
            <p className="loading">Reading…</p>
        ) : (
            <>
                <PageHead title="Bulk operation" />
                <div className="banner warning">
                    <ProblemText problem={read.problem} />
                </div>
            </>
        );
    }
    return (
        <>
            <p className="crumbs">
                <a href={pageHref('bulk-operations')}>Bulk operations</a>
            </p>
            <PageHead title={taskInWords(bulk.operation)}>
                {bulk.done ? null : <Cancel bulk={bulk} again={read.again} />}
            </PageHead>
            <div className="facts">
                <BulkStatus bulk={bulk} />
                {bulk.filter == null ? null : <span>{filterInWords(bulk.filter)}</span>}
                {bulk.scheduleId ? (
                    <span>
                        by a <a href={scheduleHref(bulk.scheduleId)}>schedule</a>
                    </span>
                ) : null}
                <span>{bulk.parallelism} at a time</span>
                <span>
                    began <Instant at={bulk.startedAt} />, took{' '}
                    <Span from={bulk.startedAt} to={bulk.endedAt} />
                </span>
            </div>
            {bulk.cancelReason ? (
                <p className="banner warning">
                    <span>Cancelled: {bulk.cancelReason}</span>
                </p>
            ) : null}
            <Results items={bulk.items} />
            <section className="panel" aria-labelledby="bulk-history">
                <h2 id="bulk-history">History</h2>
                <Trail
                    path={`bulk-operations/${bulk.bulkId}/history`}
                    matters={(change) => change.id === bulk.bulkId}
                />
            </section>
        </>
    );
}

function Cancel({ bulk, again }: { bulk: BulkView; again: () => void }) {
    const { api, notices } = useApp();
    const cancel = async (): Promise<void> => {
        try {
            await api.remove(`bulk-operations/${bulk.bulkId}`);
            notices.tell('No further resource gets its turn');
        } catch (error) {
            notices.refuse('It could not be cancelled', problemOf(error));
        }
        again();
    };
    return (
        <button
            type="button"
            disabled={bulk.status === 'cancelling'}
            data-tip="What is under way goes on; no further resource gets its turn"
            onClick={() => void cancel()}
        >
            {bulk.status === 'cancelling' ? 'Being cancelled' : 'Cancel the rest'}
        </button>
    );
}

function Results({ items }: { items: BulkItem[] }) {
    const [status, setStatus] = useState('');
    const [most, setMost] = useState(SHOWN);
    const statuses = [...new Set(items.map((it) => it.status))];
    const found = status === '' ? items : items.filter((it) => it.status === status);
    return (
        <section className="panel" aria-labelledby="results">
            <header className="section-head">
                <h2 id="results">Results</h2>
                <div className="chips" role="group" aria-label="Result">
                    {['', ...statuses].map((it) => (
                        <button
                            key={it}
                            type="button"
                            className="choice"
                            aria-pressed={status === it}
                            onClick={() => setStatus(it)}
                        >
                            {it === '' ? 'All' : it}{' '}
                            <span className="many">
                                {it === ''
                                    ? items.length
                                    : items.filter((item) => item.status === it).length}
                            </span>
                        </button>
                    ))}
                </div>
            </header>
            <div className="scroll">
                <table className="plain">
                    <thead>
                        <tr>
                            <th scope="col">Resource</th>
                            <th scope="col">Result</th>
                            <th scope="col">Took</th>
                            <th scope="col">Said</th>
                        </tr>
                    </thead>
                    <tbody>
                        {found.slice(0, most).map((it) => (
                            <tr key={it.resourceId}>
                                <th scope="row">
                                    <a href={resourceHref(it.resourceId)}>
                                        {it.name ?? it.resourceId}
                                    </a>
                                </th>
                                <td>
                                    <BulkItemState status={it.status} />{' '}
                                    {it.executionId ? (
                                        <a href={executionHref(it.executionId)}>its execution</a>
                                    ) : null}
                                </td>
                                <td>
                                    {it.startedAt ? (
                                        <Span from={it.startedAt} to={it.endedAt} />
                                    ) : null}
                                </td>
                                <td>
                                    {it.error ? (
                                        <>
                                            {it.error.message}{' '}
                                            <span className="fine">{it.error.code}</span>
                                        </>
                                    ) : null}
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            {found.length > most ? (
                <p className="more">
                    {most} of {found.length} shown.{' '}
                    <button type="button" onClick={() => setMost(most + SHOWN)}>
                        Show more
                    </button>
                </p>
            ) : null}
        </section>
    );
}
