import { useState } from 'react';
import { problemOf } from '../api/problem';
import type { SnapshotView, SnapshotsView } from '../api/types';
import { useApp } from '../app';
import { gigabytes, megabytes } from '../format';
import { NameDialog } from '../ui/NameDialog';
import { ProblemText } from '../ui/ProblemText';
import { useRead } from '../ui/read';
import { Instant } from '../ui/Time';
import type { TabProps } from './ResourcePage';
import { type Branch, treeOf } from './snapshots';

const CONSISTENCY: Record<NonNullable<SnapshotView['consistency']>, string> = {
    offline: 'taken while stopped',
    memory: 'with memory',
    'crash-consistent': 'as after a power cut',
    'agent-frozen': 'file systems frozen',
    unknown: 'consistency unknown',
};

/** The snapshots of a machine as the tree that they are. */
export default function SnapshotsTab({ resource }: TabProps) {
    const { api, store, notices } = useApp();
    const [name, setName] = useState('');
    const [description, setDescription] = useState('');
    const [asked, setAsked] = useState<{ what: 'restore' | 'delete'; it: SnapshotView } | null>(
        null,
    );
    const path = `resources/${resource._id}/snapshots`;
    const list = useRead(
        (signal) => api.get<SnapshotsView>(path, { minVersion: resource.version }, signal),
        [resource._id, resource.version],
    );
    const take = async (): Promise<void> => {
        try {
            await api.post(path, { name, ...(description === '' ? {} : { description }) });
            notices.tell(`Taking the snapshot ${name}`);
            setName('');
            setDescription('');
        } catch (error) {
            notices.refuse(`Could not take the snapshot ${name}`, problemOf(error));
        }
        store.look('resource', resource._id);
    };
    const tree = treeOf(list.value?.snapshots ?? []);
    const can = (action: string) => resource.allowedActions.some((it) => it === action);
    return (
        <div className="panel">
            <h2>Snapshots</h2>
            <form
                className="filters"
                onSubmit={(event) => {
                    event.preventDefault();
                    void take();
                }}
            >
                <input
                    aria-label="Name of the snapshot"
                    placeholder="Name"
                    value={name}
                    required
                    maxLength={255}
                    onChange={(event) => setName(event.target.value)}
                />
                <input
                    aria-label="Description of the snapshot"
                    placeholder="What it is for"
                    value={description}
                    maxLength={2000}
                    onChange={(event) => setDescription(event.target.value)}
                />
                <button type="submit" className="primary" disabled={!can('snapshot')}>
                    Take a snapshot
                </button>
            </form>
            {list.problem !== null ? <ProblemText problem={list.problem} /> : null}
            {tree.length > 0 ? (
                <Branches
                    branches={tree}
                    can={can}
                    ask={(what, it) => setAsked({ what, it })}
                />
            ) : list.value !== null ? (
                <p className="fine">
                    There is none yet. A snapshot keeps the disks of this machine as they are; later
                    it can be taken back to them.
                </p>
            ) : null}
            {asked !== null ? (
                <NameDialog
                    title={
                        asked.what === 'restore'
                            ? `Take ${resource.name} back to ${asked.it.name}?`
                            : `Delete the snapshot ${asked.it.name}?`
                    }
                    name={asked.it.name}
                    verb={asked.what === 'restore' ? 'Take it back' : 'Delete'}
                    act={async () => {
                        await (asked.what === 'restore'
                            ? api.post(`${path}/${asked.it.id}/restore`)
                            : api.remove(`${path}/${asked.it.id}`));
                        store.look('resource', resource._id);
                    }}
                    close={() => setAsked(null)}
                >
                    <p>
                        {asked.what === 'restore'
                            ? 'What was written to its disks since then is lost.'
                            : 'The machine cannot be taken back to it any more.'}
                    </p>
                </NameDialog>
            ) : null}
        </div>
    );
}

interface BranchesProps {
    branches: Branch[];
    can: (action: string) => boolean;
    ask: (what: 'restore' | 'delete', it: SnapshotView) => void;
}

function Branches({ branches, can, ask }: BranchesProps) {
    return (
        <ul className="tree">
            {branches.map(({ snapshot, children }) => (
                <li key={snapshot.id}>
                    <div className="branch">
                        <div>
                            <strong>{snapshot.name}</strong>
                            {snapshot.status === 'ready' ? null : (
                                <span className="chip">{snapshot.status}</span>
                            )}
                            <p className="fine">
                                {snapshot.createdAt ? <Instant at={snapshot.createdAt} /> : 'being taken'}
                                {snapshot.consistency
                                    ? ` · ${CONSISTENCY[snapshot.consistency]}`
                                    : ''}
                                {snapshot.diskSizeGB != null
                                    ? ` · ${gigabytes(snapshot.diskSizeGB)}`
                                    : ''}
                                {snapshot.memorySizeMB != null
                                    ? ` · ${megabytes(snapshot.memorySizeMB)} of memory`
                                    : ''}
                            </p>
                            {snapshot.description ? <p>{snapshot.description}</p> : null}
                        </div>
                        <div className="buttons">
                            <button
                                type="button"
                                disabled={snapshot.status !== 'ready' || !can('snapshot')}
                                onClick={() => ask('restore', snapshot)}
                            >
                                Restore…
                            </button>
                            <button
                                type="button"
                                disabled={snapshot.status !== 'ready' || !can('snapshot')}
                                onClick={() => ask('delete', snapshot)}
                            >
                                Delete…
                            </button>
                        </div>
                    </div>
                    {children.length > 0 ? (
                        <Branches branches={children} can={can} ask={ask} />
                    ) : null}
                </li>
            ))}
        </ul>
    );
}
