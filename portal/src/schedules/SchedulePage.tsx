import { useState } from 'react';
import { problemOf } from '../api/problem';
import type { ScheduleRunsView, ScheduleView } from '../api/schedules';
import { useApp } from '../app';
import { Trail } from '../audit/Trail';
import type { PageProps } from '../frame/Frame';
import { count } from '../format';
import { goTo, pageHref, resourceHref, scheduleHref } from '../routing';
import { NameDialog } from '../ui/NameDialog';
import { PageHead } from '../ui/PageHead';
import { ProblemText } from '../ui/ProblemText';
import { type Read, useChanges, useRead } from '../ui/read';
import { Age, Instant, Span } from '../ui/Time';
import { Outcome } from './Outcome';
import { ScheduleForm } from './ScheduleForm';
import { ScheduleStatus } from './ScheduleStatus';
import { Target } from './Target';
import { taskInWords, timingInWords } from './words';
import '../styles/audit.css';
import '../styles/resource.css';

/** How many of the times to come are told. */
const TIMES = 10;

export default function SchedulePage({ route }: PageProps) {
    const id = route.id ?? '';
    if (id === 'new') {
        return <ScheduleForm schedule={null} resourceId={route.query.get('resource') ?? ''} />;
    }
    return <OfThisId key={id} id={id} tab={route.tab} />;
}

function OfThisId({ id, tab }: { id: string; tab: string | null }) {
    const { api } = useApp();
    const path = `schedules/${encodeURIComponent(id)}`;
    const read = useRead((signal) => api.get<ScheduleView>(path, { times: TIMES }, signal), [path]);
    const runs = useRead((signal) => api.get<ScheduleRunsView>(`${path}/runs`, {}, signal), [path]);
    useChanges(
        (change) => change.id === id,
        () => {
            read.again();
            runs.again();
        },
    );
    if (read.value === null) {
        return read.problem === null ? (
            <p className="loading">Reading the schedule…</p>
        ) : (
            <>
                <PageHead title="Schedule" />
                <div className="banner warning">
                    <ProblemText problem={read.problem} />
                </div>
            </>
        );
    }
    return tab === 'edit' ? (
        <ScheduleForm schedule={read.value} resourceId="" />
    ) : (
        <Shown schedule={read.value} runs={runs} again={read.again} />
    );
}

interface ShownProps {
    schedule: ScheduleView;
    runs: Read<ScheduleRunsView>;
    again: () => void;
}

function Shown({ schedule, runs, again }: ShownProps) {
    return (
        <>
            <p className="crumbs">
                <a href={pageHref('schedules')}>Schedules</a>
            </p>
            <PageHead title={schedule.name}>
                {schedule.status === 'deleted' ? null : <Controls schedule={schedule} again={again} />}
            </PageHead>
            <div className="facts">
                <ScheduleStatus schedule={schedule} />
                <span>
                    {taskInWords(schedule.operation)} <Target schedule={schedule} />
                </span>
                <span>{timingInWords(schedule.timing)}</span>
                <span>
                    {schedule.parallelism} at a time; times that are missed:{' '}
                    {schedule.missedRuns.replace('-', ' ')}
                </span>
                <Kept schedule={schedule} />
            </div>
            {schedule.suspendedBecause ? (
                <p className="banner warning">
                    <span>Suspended: {schedule.suspendedBecause}</span>
                </p>
            ) : null}
            <section className="panel" aria-labelledby="times">
                <h2 id="times">Times to come</h2>
                {schedule.next.length === 0 ? (
                    <p className="empty">None.</p>
                ) : (
                    <ol className="times">
                        {schedule.next.map((at) => (
                            <li key={at}>
                                <Instant at={at} />
                            </li>
                        ))}
                    </ol>
                )}
                {(schedule.waiting ?? []).length > 0 ? (
                    <p className="fine">
                        {count((schedule.waiting ?? []).length, 'time')} passed and wait for the run
                        before to end.
                    </p>
                ) : null}
            </section>
            <Runs runs={runs} />
            <Snapshots schedule={schedule} />
            <section className="panel" aria-labelledby="schedule-history">
                <h2 id="schedule-history">History</h2>
                <Trail
                    path={`schedules/${schedule.scheduleId}/history`}
                    matters={(change) => change.id === schedule.scheduleId}
                />
            </section>
        </>
    );
}

function Kept({ schedule }: { schedule: ScheduleView }) {
    const { keep, maxAgeSeconds } = schedule.retention ?? {};
    if (keep == null && maxAgeSeconds == null) {
        return null;
    }
    const parts = [
        keep == null ? '' : `the last ${keep}`,
        maxAgeSeconds == null ? '' : `those of ${count(maxAgeSeconds / 86_400, 'day')}`,
    ];
    return <span>keeps {parts.filter(Boolean).join(', ')}</span>;
}

function Controls({ schedule, again }: { schedule: ScheduleView; again: () => void }) {
    const { api, notices } = useApp();
    const [deleting, setDeleting] = useState(false);
    const path = `schedules/${schedule.scheduleId}`;
    const ask = async (words: string, call: () => Promise<unknown>): Promise<void> => {
        try {
            await call();
            notices.tell(`${words} ${schedule.name}`);
        } catch (error) {
            notices.refuse(`${words} ${schedule.name}: refused`, problemOf(error));
        }
        again();
    };
    const enable = (enabled: boolean) => api.patch(path, { enabled }, schedule.version);
    return (
        <div className="actions wide">
            <button type="button" onClick={() => void ask('Running', () => api.post(`${path}/run`, {}))}>
                Run now
            </button>
            <button
                type="button"
                onClick={() =>
                    void ask(schedule.enabled ? 'Suspending' : 'Enabling', () =>
                        enable(!schedule.enabled),
                    )
                }
            >
                {schedule.enabled ? 'Suspend' : 'Enable'}
            </button>
            <a className="button" href={scheduleHref(schedule.scheduleId, 'edit')}>
                Edit
            </a>
            <button type="button" onClick={() => setDeleting(true)}>
                Delete…
            </button>
            {deleting ? (
                <NameDialog
                    title={`Delete ${schedule.name}?`}
                    name={schedule.name}
                    verb="Delete"
                    act={async () => {
                        await api.remove(path);
                        goTo(pageHref('schedules'));
                    }}
                    close={() => setDeleting(false)}
                >
                    <p>What it did stays done, and a run that is under way goes on.</p>
                </NameDialog>
            ) : null}
        </div>
    );
}

function Runs({ runs }: { runs: Read<ScheduleRunsView> }) {
    const items = runs.value?.items ?? [];
    return (
        <section className="panel" aria-labelledby="runs">
            <h2 id="runs">Last runs</h2>
            {runs.problem !== null ? <ProblemText problem={runs.problem} /> : null}
            {runs.value !== null && items.length === 0 ? (
                <p className="empty">It has not run yet.</p>
            ) : null}
            {items.length > 0 ? (
                <div className="scroll">
                    <table className="plain">
                        <thead>
                            <tr>
                                <th scope="col">Result</th>
                                <th scope="col">Due</th>
                                <th scope="col">Began</th>
                                <th scope="col">Took</th>
                                <th scope="col">Because of</th>
                                <th scope="col">Said</th>
                            </tr>
                        </thead>
                        <tbody>
                            {items.map((run, index) => (
                                <tr key={run.bulkId ?? `${run.occurrence}/${index}`}>
                                    <th scope="row">
                                        <Outcome run={run} />
                                    </th>
                                    <td>{run.occurrence ? <Instant at={run.occurrence} /> : null}</td>
                                    <td>
                                        {run.startedAt ? (
                                            <>
                                                <Age at={run.startedAt} /> ago
                                            </>
                                        ) : null}
                                    </td>
                                    <td>
                                        {run.startedAt ? (
                                            <Span from={run.startedAt} to={run.endedAt} />
                                        ) : null}
                                    </td>
                                    <td>{run.trigger === 'user' ? 'a person' : 'the time'}</td>
                                    <td>
                                        {run.error?.message ?? ''}
                                        {run.missed ? ` ${count(run.missed, 'time')} missed` : ''}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            ) : null}
        </section>
    );
}

function Snapshots({ schedule }: { schedule: ScheduleView }) {
    const kept = schedule.snapshots ?? [];
    return kept.length === 0 ? null : (
        <section className="panel" aria-labelledby="kept">
            <h2 id="kept">Snapshots that it keeps</h2>
            <ul className="times">
                {kept.map((it) => (
                    <li key={it.snapshotId}>
                        <a href={resourceHref(it.resourceId, 'snapshots')}>{it.snapshotId}</a> taken{' '}
                        <Instant at={it.takenAt} />
                    </li>
                ))}
            </ul>
        </section>
    );
}
