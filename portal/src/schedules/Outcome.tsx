import type { ScheduleRunView } from '../api/schedules';
import { bulkHref } from '../routing';

const LOOKS: Record<ScheduleRunView['outcome'], string> = {
    running: 'busy',
    succeeded: 'running',
    failed: 'failed',
    refused: 'failed',
    cancelled: 'stopped',
    missed: 'unknown',
    unknown: 'unknown',
};

/** What became of a run; its results are one link away. */
export function Outcome({ run }: { run: ScheduleRunView }) {
    return (
        <span className={`status ${LOOKS[run.outcome]}`}>
            <span className="mark" aria-hidden="true" />
            {run.bulkId ? <a href={bulkHref(run.bulkId)}>{run.outcome}</a> : run.outcome}
        </span>
    );
}
