import type { BulkItemStatus, BulkView } from '../api/bulk';

/** The look of each status, in the words of the resources' statuses. */
const LOOKS: Record<BulkView['status'] | BulkItemStatus, string> = {
    waiting: 'stopped',
    running: 'busy',
    cancelling: 'busy',
    succeeded: 'running',
    unchanged: 'running',
    failed: 'failed',
    refused: 'failed',
    cancelled: 'stopped',
    unknown: 'unknown',
};

export function BulkStatus({ bulk }: { bulk: BulkView }) {
    const { counts } = bulk;
    const ended = counts.total - counts.waiting - counts.running;
    return (
        <span className={`status ${LOOKS[bulk.status]}`}>
            <span className="mark" aria-hidden="true" />
            {bulk.status}
            <span className="fine">
                {ended} of {counts.total}
            </span>
        </span>
    );
}

export function BulkItemState({ status }: { status: BulkItemStatus }) {
    return (
        <span className={`status ${LOOKS[status]}`}>
            <span className="mark" aria-hidden="true" />
            {status}
        </span>
    );
}
