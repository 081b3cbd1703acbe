import { useState } from 'react';
import type { ExecutionView, Page } from '../api/types';
import { useApp, usePicture } from '../app';
import { executionHref, resourceHref } from '../routing';
import { ProblemText } from '../ui/ProblemText';
import { useChanges, useRead } from '../ui/read';
import { Age, Span } from '../ui/Time';
import { ExecutionStatusBadge } from './ExecutionStatus';

interface Props {
    filter: { status?: string; resourceId?: string; nodeId?: string };
    /** Whether to say whose they are. */
    named?: boolean;
}

const MORE = 50;

/** Executions, the newest first; the list follows what happens. */
export function ExecutionList({ filter, named = true }: Props) {
    const { api } = useApp();
    const { fleet } = usePicture();
    const [limit, setLimit] = useState(MORE);
    const { status, resourceId, nodeId } = filter;
    const list = useRead(
        (signal) =>
            api.get<Page<ExecutionView>>(
                'executions',
                { status, resourceId, nodeId, sort: '-startedAt', limit },
                signal,
            ),
        [status, resourceId, nodeId, limit],
    );
    useChanges((change) => change.entity === 'execution', list.again);
    // The store follows what is under way step by step, the list only now and then.
    const items = (list.value?.items ?? []).map((it) => {
        const known = fleet.executions.get(it.executionId);
        return known !== undefined && known.version > it.version ? known : it;
    });
    if (list.problem !== null) {
        return <ProblemText problem={list.problem} />;
    }
    if (list.value === null) {
        return <p className="loading">Reading…</p>;
    }
    if (items.length === 0) {
        return (
            <p className="empty">
                None. Whatever is asked of a resource becomes an execution: its steps, attempts and
                timings show here.
            </p>
        );
    }
    return (
        <div className="table-frame">
            <table>
                <thead>
                    <tr>
                        <th scope="col">What</th>
                        {named ? <th scope="col">Resource</th> : null}
                        <th scope="col">Status</th>
                        <th scope="col">Steps</th>
                        <th scope="col">Began</th>
                        <th scope="col">Took</th>
                    </tr>
                </thead>
                <tbody>
                    {items.map((execution) => (
                        <tr key={execution.executionId}>
                            <th scope="row">
                                <a href={executionHref(execution.executionId)}>
                                    {named ? execution.action : execution.name}
                                </a>
                            </th>
                            {named ? (
                                <td>
                                    <Whose execution={execution} />
                                </td>
                            ) : null}
                            <td>
                                <ExecutionStatusBadge execution={execution} />
                            </td>
                            <td>
                                <StepMarks execution={execution} />
                            </td>
                            <td>
                                <Age at={execution.startedAt} /> ago
                            </td>
                            <td>
                                <Span from={execution.startedAt} to={execution.endedAt} />
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
            {list.value.total > items.length ? (
                <p className="more">
                    {items.length} of {list.value.total} shown.{' '}
                    {limit < 500 ? (
                        <button type="button" onClick={() => setLimit(Math.min(500, limit + 100))}>
                            Show more
                        </button>
                    ) : null}
                </p>
            ) : null}
        </div>
    );
}

function Whose({ execution }: { execution: ExecutionView }) {
    const { fleet } = usePicture();
    const { resourceId, action, name } = execution;
    return resourceId ? (
        <a href={resourceHref(resourceId)}>
            {fleet.resources.get(resourceId)?.name ?? name.replace(`${action} `, '')}
        </a>
    ) : (
        name
    );
}

function StepMarks({ execution }: { execution: ExecutionView }) {
    const done = execution.steps.filter((step) => step.status === 'succeeded').length;
    return (
        <span className="step-marks">
            <span className="sr-only">
                {done} of {execution.steps.length} steps done
            </span>
            {execution.steps.map((step) => (
                <span
                    key={step.index}
                    className={`step ${step.status}`}
                    data-tip={`${step.name}: ${step.status}`}
                    aria-hidden="true"
                >
                    <span className="mark" />
                </span>
            ))}
        </span>
    );
}
