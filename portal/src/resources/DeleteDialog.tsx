import { useState } from 'react';
import type { ResourceView } from '../api/types';
import { useApp } from '../app';
import { NameDialog } from '../ui/NameDialog';

/** Asks for the name, because what is deleted does not come back. */
export function DeleteDialog({ resource, close }: { resource: ResourceView; close: () => void }) {
    const { api, store, notices } = useApp();
    const [force, setForce] = useState(false);

    const remove = async (): Promise<void> => {
        await api.delete(resource._id, force);
        notices.tell(`Deleting ${resource.name}`);
        store.look('resource', resource._id);
    };

    return (
        <NameDialog
            title={`Delete ${resource.name}?`}
            name={resource.name}
            verb="Delete"
            doing="Deleting…"
            instead="Keep it"
            act={remove}
            close={close}
        >
            <p>
                It is stopped, removed from <strong>{resource.nodeId}</strong> and gives back all
                that it holds there. Its data on the node goes with it. Its history stays.
            </p>
            {resource.status === 'unknown' ? (
                <label className="choice-line">
                    <input
                        type="checkbox"
                        checked={force}
                        onChange={(event) => setForce(event.target.checked)}
                    />
                    Do not wait for the node: its engine may go on running it
                </label>
            ) : null}
        </NameDialog>
    );
}
