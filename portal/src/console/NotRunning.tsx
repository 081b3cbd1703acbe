import type { ResourceView } from '../api/types';

export function NotRunning({ resource, what }: { resource: ResourceView; what: string }) {
    const startable = resource.allowedActions.includes('start');
    return (
        <p className="banner">
            <span>
                {resource.name} is {resource.status}; {what} needs it running.
                {startable ? ' Start it above.' : ' It shows here as soon as it runs.'}
            </span>
        </p>
    );
}
