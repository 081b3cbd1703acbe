import type { ExecutionView, ResourceView } from '../api/types';
import { Icon } from '../ui/Icon';
import { divergenceText, groupOf, progressOf } from './status';

interface Props {
    resource: ResourceView;
    execution: ExecutionView | undefined;
}

/** The status, what is under way, and where the wish and the truth differ. */
export function StatusBadge({ resource, execution }: Props) {
    const progress = progressOf(execution);
    const divergence = divergenceText(resource);
    return (
        <div className="status-cell">
            <span className={`status ${groupOf(resource.status)}`}>
                <span className="mark" aria-hidden="true" />
                {resource.status}
            </span>
            {divergence !== null ? (
                <span className="divergence">
                    <Icon name="warning" /> {divergence}
                </span>
            ) : null}
            {progress !== null ? (
                <div className={progress.undoing ? 'progress undoing' : 'progress'}>
                    <progress
                        max={100}
                        value={progress.percent}
                        aria-label={`Progress of ${resource.name}`}
                    />
                    <span>
                        {progress.percent} % · {progress.text}
                    </span>
                </div>
            ) : null}
            {resource.status === 'failed' && resource.failure ? (
                <span className="failure">{resource.failure.message}</span>
            ) : null}
        </div>
    );
}
