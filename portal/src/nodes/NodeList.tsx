import { useDeferredValue, useMemo, useState } from 'react';
import type { NodeView } from '../api/types';
import type { Fleet } from '../fleet/state';
import { pageHref } from '../routing';
import { NodeCard } from './NodeCard';

/** So many cards at once, and so many more on request. */
const CARDS = 12;
const MORE = 24;

export function NodeList({ fleet, target }: { fleet: Fleet; target: string | null }) {
    const [most, setMost] = useState(CARDS);
    const [text, setText] = useState('');
    const wanted = useDeferredValue(text);
    const nodes = useMemo(() => ordered(fleet.nodes.values()), [fleet.nodes]);
    const found = useMemo(() => nodes.filter((node) => matches(node, wanted)), [nodes, wanted]);
    const visible = found.slice(0, most);
    const pointed = target === null ? undefined : fleet.nodes.get(target);
    if (pointed !== undefined && !visible.includes(pointed)) {
        visible.unshift(pointed);
    }
    return (
        <section aria-labelledby="nodes">
            <header className="section-head">
                <h2 id="nodes">Nodes</h2>
                {nodes.length > CARDS ? (
                    <input
                        type="search"
                        aria-label="Search nodes"
                        placeholder="Name, state, address, label, GPU"
                        value={text}
                        onChange={(event) => setText(event.target.value)}
                    />
                ) : null}
                {nodes.length > 0 ? <Legend /> : null}
            </header>
            {target !== null && pointed === undefined ? (
                <p className="banner warning" role="status">
                    There is no node <code>{target}</code>, or no more.
                </p>
            ) : null}
            {nodes.length === 0 ? <NoNodes /> : null}
            <div className="nodes">
                {visible.map((node) => (
                    <NodeCard
                        key={node.nodeId}
                        node={node}
                        allocations={fleet.allocations.get(node.nodeId)}
                        target={node.nodeId === target}
                    />
                ))}
            </div>
            {found.length > visible.length ? (
                <p className="more">
                    {visible.length} of {found.length} shown.{' '}
                    <button type="button" onClick={() => setMost(most + MORE)}>
                        Show more nodes
                    </button>
                </p>
            ) : null}
            {nodes.length > 0 && found.length === 0 ? (
                <p className="empty" role="status">
                    No node matches.
                </p>
            ) : null}
        </section>
    );
}

/** Those that need somebody come first. */
function ordered(nodes: Iterable<NodeView>): NodeView[] {
    const calm = (node: NodeView) =>
        node.fenced || node.status !== 'online' ? 0 : node.cordoned ? 1 : 2;
    return [...nodes].sort(
        (a, b) => calm(a) - calm(b) || a.name.localeCompare(b.name, undefined, { numeric: true }),
    );
}

/** Every word is found somewhere. */
function matches(node: NodeView, text: string): boolean {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) {
        return true;
    }
    const said = [
        node.nodeId,
        node.name,
        node.hostname,
        node.ipAddress,
        node.fenced ? 'fenced' : node.status,
        node.cordoned ? 'cordoned' : '',
        ...Object.entries(node.labels ?? {}).map(([name, value]) => `${name}=${value}`),
        ...node.gpuDevices.map((gpu) => gpu.model),
    ]
        .join(' ')
        .toLowerCase();
    return words.every((word) => said.includes(word));
}

function Legend() {
    return (
        <p className="legend" aria-hidden="true">
            <span className="key owned" /> held
            <span className="key owned reserved" /> reserved
            <span className="key free" /> free
        </p>
    );
}

function NoNodes() {
    return (
        <div className="teach">
            <h3>No node yet</h3>
            <p>
                A node is a machine that runs what you create. Its agent dials out to this server,
                so the machine may stand behind a firewall.
            </p>
            <p>
                <a className="button primary" href={pageHref('enrol')}>
                    Enrol a node
                </a>
            </p>
        </div>
    );
}
