import { useState } from 'react';
import { problemOf } from '../api/problem';
import type { ExecutionView, StepView } from '../api/types';
import { useApp } from '../app';
import { ReasonDialog } from '../ui/ReasonDialog';

/** A step that is out, or waits to be tried again: nobody may ever hear of it. */
const OPEN = ['dispatched', 'acknowledged', 'waiting-retry'];

/** An operator who knows how a step ended says so; what its node says later counts no more. */
export function Recover({ execution, step }: { execution: ExecutionView; step: StepView }) {
    const { api, store, notices } = useApp();
    const [outcome, setOutcome] = useState<'succeeded' | 'failed' | null>(null);
    if (execution.done || !OPEN.includes(step.status)) {
        return null;
    }
    const decide = async (reason: string | undefined): Promise<void> => {
        try {
            const asked = { step: step.name, outcome, reason };
            await api.post(`executions/${execution.executionId}/recover`, asked);
            notices.tell(`${step.name} has ${outcome}`);
        } catch (error) {
            notices.refuse(`${step.name} was not decided`, problemOf(error));
        }
        store.look('execution', execution.executionId);
    };
    return (
        <>
            <details className="attempts">
                <summary>Decide how it ended</summary>
                <p className="fine">
                    Only when its node will not say: what follows happens at once.
                </p>
                <div className="actions wide">
                    <button
                        type="button"
                        className="small"
                        aria-label={`${step.name} has succeeded`}
                        onClick={() => setOutcome('succeeded')}
                    >
                        It has succeeded…
                    </button>
                    <button
                        type="button"
                        className="small"
                        aria-label={`${step.name} has failed`}
                        onClick={() => setOutcome('failed')}
                    >
                        It has failed…
                    </button>
                </div>
            </details>
            {outcome !== null ? (
                <ReasonDialog
                    title={`Has ${step.name} ${outcome}?`}
                    text="Say how you know: the reason stands in the history. What the node says later counts no more."
                    verb={outcome === 'succeeded' ? 'It has succeeded' : 'It has failed'}
                    required
                    act={decide}
                    close={() => setOutcome(null)}
                />
            ) : null}
        </>
    );
}
