import { useState } from 'react';
import type { LifecycleAction } from '../api/client';
import type { ResourceView } from '../api/types';
import { Icon } from '../ui/Icon';
import { useActions } from './actions';
import { DeleteDialog } from './DeleteDialog';

const WORDS: Record<LifecycleAction | 'delete', string> = {
    start: 'Start',
    stop: 'Stop',
    restart: 'Restart',
    delete: 'Delete',
};

export function ResourceActions({ resource }: { resource: ResourceView }) {
    const { act, asking } = useActions(resource);
    const [deleting, setDeleting] = useState(false);
    const startable = !resource.allowedActions.includes('stop');
    const offered: (LifecycleAction | 'delete')[] = [
        startable ? 'start' : 'stop',
        'restart',
        'delete',
    ];
    return (
        <div className="actions">
            {offered.map((action) => {
                const allowed = resource.allowedActions.includes(action);
                const why = allowed ? '' : ` is not possible while ${resource.status}`;
                return (
                    <button
                        key={action}
                        type="button"
                        className="ghost"
                        aria-label={`${WORDS[action]} ${resource.name}`}
                        data-tip={`${WORDS[action]}${why}`}
                        aria-disabled={!allowed || asking !== null}
                        onClick={() => {
                            if (!allowed || asking !== null) {
                                return;
                            }
                            if (action === 'delete') {
                                setDeleting(true);
                            } else {
                                void act(action);
                            }
                        }}
                    >
                        <Icon name={action} />
                    </button>
                );
            })}
            {deleting ? (
                <DeleteDialog resource={resource} close={() => setDeleting(false)} />
            ) : null}
        </div>
    );
}
