import { useState } from 'react';
import { problemOf } from '../api/problem';
import type { ExecutionView } from '../api/types';
import { useApp, usePicture } from '../app';
import { Trail } from '../audit/Trail';
import type { PageProps } from '../frame/Frame';
import { nodeHref, pageHref, resourceHref } from '../routing';
import { PageHead } from '../ui/PageHead';
import { ProblemText } from '../ui/ProblemText';
import { useChanges, useRead } from '../ui/read';
import { Instant, Span } from '../ui/Time';
import { ExecutionStatusBadge } from './ExecutionStatus';
import { NewExecution } from './NewExecution';
import { RetryDialog } from './RetryDialog';
import { StepGraph } from './StepGraph';
import { StepTable } from './StepTable';
import '../styles/audit.css';
import '../styles/resource.css';

export default function ExecutionPage({ route }: PageProps) {
    const id = route.id ?? '';
    return id === 'new' ? <NewExecution /> : <OfThisId id={id} />;
}

function OfThisId({ id }: { id: string }) {
    const { api } = useApp();
    const { fleet } = usePicture();
    const read = useRead(() => api.execution(id), [id]);
    useChanges((change) => change.entity === 'execution' && change.id === id, read.again);
    const known = fleet.executions.get(id);
    const execution =
        known !== undefined && known.version >= (read.value?.version ?? 0) ? known : read.value;
    if (execution === null) {
        return read.problem === null ? (
            <p className="loading">Reading the execution…</p>
        ) : (
            <>
                <PageHead title="Execution" />
                <div className="banner warning">
                    <ProblemText problem={read.problem} />
                </div>
            </>
        );
    }
    return <Shown execution={execution} />;
}

function Shown({ execution }: { execution: ExecutionView }) {
    const nodes = [...new Set(execution.steps.map((step) => step.nodeId))];
    return (
        <>
            <p className="crumbs">
                <a href={pageHref('executions')}>Executions</a>
            </p>
            <PageHead title={execution.name}>
                <Controls execution={execution} />
            </PageHead>
            <div className="facts">
                <ExecutionStatusBadge execution={execution} />
                {execution.resourceId ? (
                    <span>
                        of <a href={resourceHref(execution.resourceId)}>its resource</a>
                    </span>
                ) : null}
                {execution.paused ? (
                    <span className="chip cordoned">
                        paused{execution.pauseReason ? `: ${execution.pauseReason}` : ''}
                    </span>
                ) : null}
                <span>
                    on{' '}
                    {nodes.map((node, index) => (
                        <span key={node}>
                            {index > 0 ? ', ' : ''}
                            <a href={nodeHref(node)}>{node}</a>
                        </span>
                    ))}
                </span>
                <span>
                    began <Instant at={execution.startedAt} />, took{' '}
                    <Span from={execution.startedAt} to={execution.endedAt} />
                </span>
                {execution.done ? null : (
                    <span>
                        given up at <Instant at={execution.timeoutAt} />
                    </span>
                )}
            </div>
            {execution.error ? (
                <div className="banner danger" role="status">
                    <div>
                        <strong>{execution.error.message}</strong>
                        <p className="fine">
                            {execution.error.code} · <Instant at={execution.error.at} />
                        </p>
                    </div>
                </div>
            ) : null}
            <section className="panel" aria-label="Steps">
                <StepGraph steps={execution.steps} />
                <StepTable execution={execution} />
            </section>
            <section className="panel" aria-labelledby="execution-history">
                <h2 id="execution-history">History</h2>
                <Trail
                    path={`executions/${execution.executionId}/history`}
                    matters={(change) => change.id === execution.executionId}
                />
            </section>
        </>
    );
}

function Controls({ execution }: { execution: ExecutionView }) {
    const { api, store, notices } = useApp();
    const [retrying, setRetrying] = useState(false);
    const path = `executions/${execution.executionId}`;
    const ask = async (words: string, call: () => Promise<unknown>): Promise<void> => {
        try {
            await call();
            notices.tell(`${words} ${execution.name}`);
        } catch (error) {
            notices.refuse(`${words} ${execution.name}: refused`, problemOf(error));
        }
        store.look('execution', execution.executionId);
    };
    if (execution.done) {
        // The operation of a resource is asked of the resource again.
        return execution.action !== 'custom' || execution.status === 'succeeded' ? null : (
            <>
                <button type="button" onClick={() => setRetrying(true)}>
                    Retry…
                </button>
                {retrying ? (
                    <RetryDialog
                        execution={execution}
                        retry={(fromStep) =>
                            ask('Retrying', () => api.post(`${path}/retry`, fromStep))
                        }
                        close={() => setRetrying(false)}
                    />
                ) : null}
            </>
        );
    }
    return (
        <div className="actions wide">
            {execution.paused ? (
                <button
                    type="button"
                    onClick={() => void ask('Resuming', () => api.post(`${path}/resume`, {}))}
                >
                    Resume
                </button>
            ) : (
                <button
                    type="button"
                    data-tip="What nodes are at goes on; nothing new begins"
                    onClick={() => void ask('Pausing', () => api.post(`${path}/pause`, {}))}
                >
                    Pause
                </button>
            )}
            <button
                type="button"
                disabled={execution.cancelRequested}
                data-tip="Steps that are done are undone"
                onClick={() => void ask('Cancelling', () => api.remove(path))}
            >
                {execution.cancelRequested ? 'Being cancelled' : 'Cancel'}
            </button>
        </div>
    );
}
