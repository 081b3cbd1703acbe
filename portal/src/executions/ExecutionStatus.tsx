import type { ExecutionStatus, ExecutionView } from '../api/types';

/** The look of each status, in the words of the resources' statuses. */
const LOOKS: Record<ExecutionStatus, string> = {
    running: 'busy',
    compensating: 'busy',
    succeeded: 'running',
    failed: 'failed',
    cancelled: 'stopped',
    unknown: 'unknown',
};

export function ExecutionStatusBadge({ execution }: { execution: ExecutionView }) {
    return (
        <span className={`status ${LOOKS[execution.status]}`}>
            <span className="mark" aria-hidden="true" />
            {execution.status === 'compensating' ? 'undoing' : execution.status}
            {execution.done ? null : (
                <span className="fine">
                    {Math.round(execution.progress)} %{execution.cancelRequested ? ', to end' : ''}
                </span>
            )}
        </span>
    );
}
