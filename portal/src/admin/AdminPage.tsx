import { useState } from 'react';
import { problemOf } from '../api/problem';
import type {
    DeadLetterView,
    DeadLettersView,
    ProjectionCheckView,
    ProjectionView,
} from '../api/types';
import { useApp } from '../app';
import type { PageProps } from '../frame/Frame';
import { count, number } from '../format';
import { resourceHref } from '../routing';
import { NameDialog } from '../ui/NameDialog';
import { PageHead } from '../ui/PageHead';
import { ProblemText } from '../ui/ProblemText';
import { useEvery, useRead } from '../ui/read';
import { Age, Instant } from '../ui/Time';
import { Invariants } from './Invariants';
import { Tokens } from './Tokens';
import '../styles/resource.css';

const PAUSE = 3_000;

/** What an operator watches: how far the read models are, and what could not be handled. */
export default function AdminPage(_: PageProps) {
    return (
        <>
            <PageHead title="Admin" />
            <Projections />
            <DeadLetters />
            <Invariants />
            <Tokens />
        </>
    );
}

const LOOKS: Record<ProjectionView['state'], string> = {
    live: 'running',
    rebuilding: 'busy',
    faulty: 'failed',
};

function Projections() {
    const { api, notices } = useApp();
    const [asked, setAsked] = useState<ProjectionView | null>(null);
    const list = useRead(
        (signal) => api.get<{ items: ProjectionView[] }>('admin/projections', {}, signal),
        [],
    );
    useEvery(PAUSE, list.again);
    return (
        <section aria-labelledby="projections">
            <header className="section-head">
                <h2 id="projections">Projections</h2>
                <p className="fine">
                    Read models are folds of the log: each can be built anew at any time, and readers
                    see the old one until the new one has caught up.
                </p>
            </header>
            {list.problem !== null ? <ProblemText problem={list.problem} /> : null}
            <div className="table-frame">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">Name</th>
                            <th scope="col">Side</th>
                            <th scope="col">State</th>
                            <th scope="col">Lag</th>
                            <th scope="col">Handled</th>
                            <th scope="col">Built anew</th>
                            <th scope="col">
                                <span className="sr-only">Actions</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {(list.value?.items ?? []).map((it) => (
                            <tr key={`${it.side}/${it.name}`}>
                                <th scope="row">
                                    {it.name}{' '}
                                    <span className="fine">
                                        version {it.version}, generation {it.generation}
                                    </span>
                                </th>
                                <td>{it.side}</td>
                                <td>
                                    <span className={`status ${LOOKS[it.state]}`}>
                                        <span className="mark" aria-hidden="true" />
                                        {it.state}
                                    </span>
                                    {it.rebuild != null && it.rebuild.progress != null ? (
                                        <progress
                                            max={100}
                                            value={it.rebuild.progress}
                                            aria-label={`Rebuild of ${it.name}`}
                                        />
                                    ) : null}
                                    {it.error ? <p className="failure">{it.error}</p> : null}
                                </td>
                                <td>{it.lag == null ? 'not known' : count(it.lag, 'event')}</td>
                                <td>{number(it.handledEvents)}</td>
                                <td>
                                    {it.lastRebuiltAt ? (
                                        <Instant at={it.lastRebuiltAt} />
                                    ) : (
                                        <span className="nothing">never</span>
                                    )}
                                </td>
                                <td className="actions wide">
                                    <Compare projection={it} />
                                    <button
                                        type="button"
                                        disabled={it.state === 'rebuilding'}
                                        onClick={() => setAsked(it)}
                                        aria-label={`Rebuild ${it.name}`}
                                    >
                                        Rebuild…
                                    </button>
                                </td>
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            {asked !== null ? (
                <NameDialog
                    title={`Build ${asked.name} anew?`}
                    name={asked.name}
                    verb="Rebuild"
                    act={async () => {
                        await api.post(`admin/projections/${asked.name}/rebuild`);
                        notices.tell(`Building ${asked.name} anew`);
                        list.again();
                    }}
                    close={() => setAsked(null)}
                >
                    <p>All events are read once more. Readers see the old model until then.</p>
                </NameDialog>
            ) : null}
        </section>
    );
}

/** Whether a read model says what its events say. */
function Compare({ projection }: { projection: ProjectionView }) {
    const { api, notices } = useApp();
    const [asking, setAsking] = useState(false);
    const compare = async (): Promise<void> => {
        setAsking(true);
        try {
            const path = `admin/projections/${projection.name}/verify`;
            const found = await api.get<ProjectionCheckView>(path);
            const all = count(found.documents, 'document');
            if (found.same) {
                notices.tell(`${found.name}: ${all}, each as its events say`);
            } else {
                notices.refuse(`${found.name}: not as its events say`, {
                    status: 0,
                    title: `${found.differing} of ${all} differ`,
                    code: 'MODEL_DIFFERS',
                    detail: 'Build it anew',
                });
            }
        } catch (error) {
            notices.refuse(`${projection.name} could not be compared`, problemOf(error));
        }
        setAsking(false);
    };
    return (
        <button
            type="button"
            disabled={asking || projection.state !== 'live' || projection.side !== 'query'}
            aria-label={`Compare ${projection.name} with its events`}
            onClick={() => void compare()}
        >
            {asking ? 'Comparing…' : 'Compare'}
        </button>
    );
}

function DeadLetters() {
    const { api, notices } = useApp();
    const [asked, setAsked] = useState<DeadLetterView | null>(null);
    const list = useRead(
        (signal) => api.get<DeadLettersView>('admin/dead-letters', {}, signal),
        [],
    );
    useEvery(PAUSE, list.again);
    const retry = async (letter: DeadLetterView): Promise<void> => {
        try {
            await api.post(`admin/dead-letters/${encodeURIComponent(letter.id)}/retry`);
            notices.tell(`Handled ${letter.eventType} once more`);
        } catch (error) {
            notices.refuse(`${letter.eventType} could not be handled`, problemOf(error));
        }
        list.again();
    };
    const letters = list.value?.items ?? [];
    return (
        <section aria-labelledby="letters">
            <header className="section-head">
                <h2 id="letters">Dead letters</h2>
            </header>
            {list.problem !== null ? <ProblemText problem={list.problem} /> : null}
            {letters.length === 0 ? (
                <p className="banner">
                    {list.value === null
                        ? 'Reading…'
                        : 'None. An event that a saga or policy cannot handle is put aside here instead of holding up the others.'}
                </p>
            ) : (
                <div className="table-frame">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">Event</th>
                                <th scope="col">Of</th>
                                <th scope="col">Put aside by</th>
                                <th scope="col">Why</th>
                                <th scope="col">Since</th>
                                <th scope="col">
                                    <span className="sr-only">Actions</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            {letters.map((letter) => (
                                <tr key={letter.id}>
                                    <th scope="row">{letter.eventType}</th>
                                    <td>
                                        <a href={resourceHref(letter.aggregateId)}>
                                            {letter.aggregateId}
                                        </a>
                                    </td>
                                    <td>{letter.processor}</td>
                                    <td>
                                        {letter.status === 'waiting'
                                            ? 'waits for an earlier one'
                                            : (letter.cause ?? '')}
                                        <span className="fine">
                                            {' '}
                                            {count(letter.attempts, 'attempt')}
                                        </span>
                                    </td>
                                    <td>
                                        <Age at={letter.parkedAt} />
                                    </td>
                                    <td className="actions wide">
                                        <button
                                            type="button"
                                            disabled={letter.status === 'waiting'}
                                            onClick={() => void retry(letter)}
                                        >
                                            Retry
                                        </button>
                                        <button type="button" onClick={() => setAsked(letter)}>
                                            Give up…
                                        </button>
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            )}
            {asked !== null ? (
                <NameDialog
                    title={`Give up ${asked.eventType}?`}
                    name={asked.eventType}
                    verb="Give it up"
                    act={async () => {
                        await api.remove(`admin/dead-letters/${encodeURIComponent(asked.id)}`);
                        list.again();
                    }}
                    close={() => setAsked(null)}
                >
                    <p>
                        It will never be handled; what {asked.processor} would have done for it
                        stays undone.
                    </p>
                </NameDialog>
            ) : null}
        </section>
    );
}
