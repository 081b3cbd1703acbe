import { useState } from 'react';
import type { ExecutionView, StepAttempt, StepsView } from '../api/types';
import { useApp } from '../app';
import { ProblemText } from '../ui/ProblemText';
import { useRead } from '../ui/read';
import { Instant, Span } from '../ui/Time';

/** Where the time of a step went; read when somebody wants to know. */
export function Attempts({ execution, index }: { execution: ExecutionView; index: number }) {
    const [open, setOpen] = useState(false);
    return (
        <details className="attempts" onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>In detail</summary>
            {open ? <Listed execution={execution} index={index} /> : null}
        </details>
    );
}

function Listed({ execution, index }: { execution: ExecutionView; index: number }) {
    const { api } = useApp();
    const steps = useRead(
        (signal) =>
            api.get<StepsView>(`executions/${execution.executionId}/steps`, {}, signal),
        [execution.executionId, execution.version],
    );
    const attempts = steps.value?.items.find((it) => it.index === index)?.attempts ?? [];
    return (
        <>
            {steps.problem !== null ? <ProblemText problem={steps.problem} /> : null}
            <ol>
                {attempts.map((it) => (
                    <li key={`${it.round}/${it.attempt}/${it.compensation}`}>
                        <Attempt attempt={it} />
                    </li>
                ))}
            </ol>
        </>
    );
}

function Attempt({ attempt }: { attempt: StepAttempt }) {
    const { queuedAt, sentAt, acknowledgedAt, finishedAt, failure } = attempt;
    const parts: [words: string, from: typeof queuedAt, to: typeof queuedAt][] = [
        ['waited', queuedAt, sentAt ?? finishedAt],
        ['on its way', sentAt, acknowledgedAt],
        ['worked', acknowledgedAt, finishedAt],
    ];
    return (
        <>
            {attempt.compensation ? 'undone: ' : ''}
            {queuedAt ? <Instant at={queuedAt} /> : null}
            {parts.map(([words, from, to]) =>
                from ? (
                    <span key={words} className="fine">
                        {words} <Span from={from} to={to ?? finishedAt} />
                    </span>
                ) : null,
            )}
            {failure ? (
                <span className="failure said">
                    {failure.message} ({failure.code})
                </span>
            ) : null}
        </>
    );
}
