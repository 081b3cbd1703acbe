import { type ReactNode, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import type { InvariantsView, Verification } from '../api/types';
import { useApp } from '../app';
import { count, number } from '../format';
import { Download } from '../ui/Download';
import { ProblemText } from '../ui/ProblemText';
import { Instant } from '../ui/Time';

/** Two checks of the whole log: that nobody changed it, and that nothing ever had two owners. */
export function Proof() {
    return (
        <section aria-labelledby="proof">
            <header className="section-head">
                <h2 id="proof">Proof</h2>
                <Download path="audit/export" name="aiwm-log.ndjson">
                    Download the log with its proof
                </Download>
            </header>
            <div className="charts">
                <Check<Verification>
                    title="The log was not tampered with"
                    about="Compares every event with the chain of hashes, and the chain with its signed checkpoints."
                    path="audit/verify"
                    passed={(it) => it.intact}
                    show={(it) =>
                        it.finding == null ? (
                            <p>
                                {count(it.events, 'event')} and {count(it.checkpoints, 'checkpoint')}{' '}
                                agree; sealed up to {number(it.sealedTo)}.
                            </p>
                        ) : (
                            <p>
                                At position {it.finding.position}: {it.finding.explanation} (
                                {it.finding.kind}).
                            </p>
                        )
                    }
                />
                <EverOneOwner />
            </div>
        </section>
    );
}

/** The check of the ledgers over all of history. */
export function EverOneOwner() {
    return (
                <Check<InvariantsView>
                    title="Nothing ever had two owners"
                    about="Replays every ledger from the first event: GPUs, slices, addresses and ports had one owner, and no more was given out than there was."
                    path="audit/invariants"
                    passed={(it) => it.hold}
                    show={(it) =>
                        it.firstViolation == null ? (
                            <p>
                                True at {count(it.positions, 'position')}, after{' '}
                                {count(it.ledgerChanges, 'change')} of {count(it.nodes, 'ledger')}.
                            </p>
                        ) : (
                            <p>
                                {it.firstViolation.explanation}, on {it.firstViolation.nodeId} at{' '}
                                <Instant at={it.firstViolation.at} />.
                            </p>
                        )
                    }
                />
    );
}

interface CheckProps<T> {
    title: string;
    about: string;
    path: string;
    passed: (answer: T) => boolean;
    show: (answer: T) => ReactNode;
}

export function Check<T>({ title, about, path, passed, show }: CheckProps<T>) {
    const { api } = useApp();
    const [answer, setAnswer] = useState<T | null>(null);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [asking, setAsking] = useState(false);
    const check = async (): Promise<void> => {
        setAsking(true);
        setProblem(null);
        setAnswer(null);
        try {
            setAnswer(await api.get<T>(path));
        } catch (error) {
            setProblem(problemOf(error));
        }
        setAsking(false);
    };
    return (
        <div className="panel">
            <h3>{title}</h3>
            <p className="fine">{about}</p>
            <div role="status">
                {answer !== null ? (
                    <>
                        <p className={`status ${passed(answer) ? 'running' : 'failed'}`}>
                            <span className="mark" aria-hidden="true" />
                            {passed(answer) ? 'Holds' : 'Does not hold'}
                        </p>
                        {show(answer)}
                    </>
                ) : null}
            </div>
            {problem !== null ? <ProblemText problem={problem} /> : null}
            <div>
                <button type="button" disabled={asking} onClick={() => void check()}>
                    {asking ? 'Checking…' : 'Check now'}
                </button>
            </div>
        </div>
    );
}
