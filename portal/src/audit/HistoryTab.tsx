import { useState } from 'react';
import type { DiffView, ResourceView, TrailEntry } from '../api/types';
import { useApp } from '../app';
import type { TabProps } from '../resource/ResourcePage';
import { instant } from '../format';
import { DiffTable } from '../ui/DiffTable';
import { Download } from '../ui/Download';
import { ProblemText } from '../ui/ProblemText';
import { useRead } from '../ui/read';
import { differencesOf, Trail } from './Trail';
import '../styles/audit.css';

/** All that happened to a resource, what it was after each event, and what differs since. */
export default function HistoryTab({ resource }: TabProps) {
    const [looked, setLooked] = useState<TrailEntry | null>(null);
    return (
        <div className="panel">
            <div className="section-head">
                <h2>History</h2>
                <Download
                    path={`resources/${resource._id}/proof`}
                    name={`${resource.name}-proof.json`}
                >
                    Download its proof
                </Download>
            </div>
            {looked !== null ? (
                <Then
                    key={looked.position}
                    resource={resource}
                    entry={looked}
                    close={() => setLooked(null)}
                />
            ) : null}
            <Trail
                path={`resources/${resource._id}/history`}
                matters={(change) => change.id === resource._id}
                offers={(entry) => (
                    <button type="button" className="small" onClick={() => setLooked(entry)}>
                        As it was after this
                    </button>
                )}
            />
        </div>
    );
}

interface ThenProps {
    resource: ResourceView;
    entry: TrailEntry;
    close: () => void;
}

/** The resource right after an event, and what has changed since. */
function Then({ resource, entry, close }: ThenProps) {
    const { api } = useApp();
    const path = `resources/${resource._id}`;
    const then = useRead(
        (signal) => api.get<ResourceView>(path, { position: entry.position }, signal),
        [path, entry.position],
    );
    const since = useRead(
        (signal) => api.get<DiffView>(`${path}/diff`, { fromPosition: entry.position }, signal),
        [path, entry.position, resource.version],
    );
    return (
        <section className="then" aria-label="As it was">
            <div className="section-head">
                <h3>As it was at {instant(entry.timestamp)}</h3>
                <button type="button" onClick={close}>
                    Back to now
                </button>
            </div>
            {then.problem !== null ? <ProblemText problem={then.problem} /> : null}
            {then.value !== null ? (
                <p>
                    It was <strong>{then.value.status}</strong> on{' '}
                    <strong>{then.value.nodeId}</strong>, version {then.value.version}.
                </p>
            ) : null}
            <h4>What has changed since</h4>
            {since.problem !== null ? <ProblemText problem={since.problem} /> : null}
            {since.value !== null && since.value.changes.length > 0 ? (
                <DiffTable
                    differences={differencesOf(since.value.changes)}
                    label="What has changed since"
                />
            ) : since.value !== null ? (
                <p className="fine">Nothing: it is as it was.</p>
            ) : null}
            {then.value !== null ? (
                <details>
                    <summary>The whole of it</summary>
                    <pre tabIndex={0}>
                        <code>{JSON.stringify(then.value, null, 2)}</code>
                    </pre>
                </details>
            ) : null}
        </section>
    );
}
