import type { ExecutionView, StepView } from '../api/types';
import { useClock } from '../ui/clock';
import { Instant, Span } from '../ui/Time';
import { Attempts } from './Attempts';
import { Recover } from './Recover';
import { barsOf } from './graph';

/** Attempts and timings of each step, drawn on one line of time. */
export function StepTable({ execution }: { execution: ExecutionView }) {
    const now = Number(useClock((time) => (execution.done ? '0' : String(time))));
    const from = new Date(execution.startedAt).getTime();
    const to = execution.endedAt ? new Date(execution.endedAt).getTime() : now;
    const bars = new Map(barsOf(execution.steps, from, to).map((bar) => [bar.step.index, bar]));
    return (
        <div className="scroll">
            <table className="plain steps-table">
                <thead>
                    <tr>
                        <th scope="col">Step</th>
                        <th scope="col">Status</th>
                        <th scope="col">Attempts</th>
                        <th scope="col">Took</th>
                        <th scope="col">When</th>
                    </tr>
                </thead>
                <tbody>
                    {execution.steps.map((step) => {
                        const bar = bars.get(step.index);
                        return (
                            <tr key={step.index}>
                                <th scope="row">
                                    {step.name}
                                    <span className="fine">
                                        {step.action} on {step.nodeId}
                                        {step.optional ? ', may fail' : ''}
                                    </span>
                                </th>
                                <td>
                                    <span className={`step ${step.status}`}>
                                        <span className="mark" aria-hidden="true" />
                                        <span>{step.status.replace('-', ' ')}</span>
                                    </span>
                                    <Said step={step} />
                                    <Recover execution={execution} step={step} />
                                </td>
                                <td>
                                    {step.attempt} of {step.maxRetries + 1}
                                    {step.attempt > 0 ? (
                                        <Attempts execution={execution} index={step.index} />
                                    ) : null}
                                </td>
                                <td>
                                    {step.dispatchedAt ? (
                                        <Span from={step.dispatchedAt} to={step.endedAt} />
                                    ) : null}
                                </td>
                                <td className="when">
                                    <span className="lane" aria-hidden="true">
                                        {bar !== undefined ? (
                                            <span
                                                className={`step ${step.status}`}
                                                style={{
                                                    left: `${bar.from * 100}%`,
                                                    width: `max(3px, ${(bar.to - bar.from) * 100}%)`,
                                                }}
                                            />
                                        ) : null}
                                    </span>
                                </td>
                            </tr>
                        );
                    })}
                </tbody>
            </table>
        </div>
    );
}

const WAITING: Record<string, string> = {
    dependencies: 'waits for the steps before it',
    resume: 'waits to be resumed',
    retry: 'waits to be tried again',
    node: 'waits for its node',
    turn: 'waits for its turn at its node',
    acknowledgement: 'waits for its node to take it on',
};

function Said({ step }: { step: StepView }) {
    const said = step.failure?.message ?? step.message;
    return (
        <>
            {said ? (
                <span className={step.failure ? 'failure said' : 'fine said'}>{said}</span>
            ) : null}
            {step.recovered ? (
                <span className="fine said">decided by an operator: {step.recovered}</span>
            ) : null}
            {step.waitingFor && WAITING[step.waitingFor] ? (
                <span className="fine said">{WAITING[step.waitingFor]}</span>
            ) : null}
            {step.dueAt && step.status === 'waiting-retry' ? (
                <span className="fine said">
                    tried again at <Instant at={step.dueAt} />
                </span>
            ) : null}
        </>
    );
}
