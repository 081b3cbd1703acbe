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
    pause: 'Pause',
    resume: 'Resume',
    delete: 'Delete',
};

interface Props {
    resource: ResourceView;
    /** With words beside the signs, and with what is seldom wanted. */
    wide?: boolean;
}

export function ResourceActions({ resource, wide = false }: Props) {
    const { act, asking } = useActions(resource);
    const [deleting, setDeleting] = useState(false);
    const can = (action: LifecycleAction) => resource.allowedActions.includes(action);
    const startable = !resource.allowedActions.includes('stop');
    const offered: (LifecycleAction | 'delete')[] = [
        startable ? 'start' : 'stop',
        'restart',
        ...(wide ? (['pause', 'resume'] as const).filter(can) : []),
        'delete',
    ];
    return (
        <div className={wide ? 'actions wide' : 'actions'}>
            {offered.map((action) => {
                const allowed = resource.allowedActions.includes(action);
                const why = allowed ? '' : ` is not possible while ${resource.status}`;
                return (
                    <button
                        key={action}
                        type="button"
                        className={wide ? '' : 'ghost'}
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
                        {wide ? <span> {WORDS[action]}</span> : null}
                    </button>
                );
            })}
            {deleting ? (
                <DeleteDialog resource={resource} close={() => setDeleting(false)} />
            ) : null}
        </div>
    );
}
