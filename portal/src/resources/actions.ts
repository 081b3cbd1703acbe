import { useState } from 'react';
import type { LifecycleAction } from '../api/client';
import { problemOf } from '../api/problem';
import type { ResourceView } from '../api/types';
import { useApp } from '../app';

const ASKED: Record<LifecycleAction, string> = {
    start: 'Starting',
    stop: 'Stopping',
    restart: 'Restarting',
    pause: 'Pausing',
    resume: 'Resuming',
};

/** Asks for an action and tells what became of the request; what comes of it shows in the row. */
export function useActions(resource: ResourceView) {
    const { api, store, notices } = useApp();
    const [asking, setAsking] = useState<string | null>(null);

    const act = async (action: LifecycleAction): Promise<void> => {
        setAsking(action);
        try {
            await api.act(resource._id, action);
            notices.tell(`${ASKED[action]} ${resource.name}`);
            store.look('resource', resource._id);
        } catch (error) {
            notices.refuse(`Could not ${action} ${resource.name}`, problemOf(error));
            store.look('resource', resource._id);
        } finally {
            setAsking(null);
        }
    };

    return { act, asking };
}
