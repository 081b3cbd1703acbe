import type { ExecutionView, StepView } from '../api/types';
import { Span } from '../ui/Time';

/** The steps of an execution, in the order of the plan. */
export function Steps({ execution }: { execution: ExecutionView }) {
    return (
        <section>
            <h4>
                {execution.action} <span className="fine">{execution.status}</span>{' '}
                <span className="fine">
                    <Span from={execution.startedAt} to={execution.endedAt} />
                </span>
            </h4>
            <ol className="steps">
                {execution.steps.map((step) => (
                    <Step key={step.index} step={step} />
                ))}
            </ol>
            {execution.error ? (
                <p className="failure">
                    {execution.error.message} <span className="fine">{execution.error.code}</span>
                </p>
            ) : null}
        </section>
    );
}

function Step({ step }: { step: StepView }) {
    const said = step.failure?.message ?? step.message;
    return (
        <li className={`step ${step.status}`}>
            <span className="mark" aria-hidden="true" />
            <span>
                {step.name} <span className="fine">{step.status.replace('-', ' ')}</span>
                {step.attempt > 1 ? <span className="fine"> · attempt {step.attempt}</span> : null}
                {step.dispatchedAt ? (
                    <span className="fine">
                        {' · '}
                        <Span from={step.dispatchedAt} to={step.endedAt} />
                    </span>
                ) : null}
                {said ? <span className="said">{said}</span> : null}
            </span>
        </li>
    );
}
