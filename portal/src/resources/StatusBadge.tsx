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

/** The same in one line, for lists. */
export function StatusLine({ resource, execution }: Props) {
    const progress = progressOf(execution);
    const said =
        (resource.status === 'failed' ? resource.failure?.message : null) ??
        divergenceText(resource);
    return (
        <div className="status-line">
            <span className={`status ${groupOf(resource.status)}`}>
                <span className="mark" aria-hidden="true" />
                {resource.status}
            </span>
            {progress !== null ? (
                <span
                    className={progress.undoing ? 'progress undoing' : 'progress'}
                    data-tip={`${progress.percent} % · ${progress.text}`}
                >
                    <progress
                        max={100}
                        value={progress.percent}
                        aria-label={`Progress of ${resource.name}`}
                    />
                    <span>{progress.text}</span>
                </span>
            ) : said !== null ? (
                <span
                    className={resource.status === 'failed' ? 'failure' : 'divergence'}
                    data-tip={said}
                >
                    {said}
                </span>
            ) : null}
        </div>
    );
}
