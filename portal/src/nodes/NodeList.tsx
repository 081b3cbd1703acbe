import { useMemo, useState } from 'react';
import type { NodeView } from '../api/types';
import type { Fleet } from '../fleet/state';
import { pageHref } from '../routing';
import { NodeCard } from './NodeCard';

/** So many cards at once; the rest on request. */
const CARDS = 12;

export function NodeList({ fleet, target }: { fleet: Fleet; target: string | null }) {
    const [all, setAll] = useState(false);
    const nodes = useMemo(() => ordered(fleet.nodes.values()), [fleet.nodes]);
    const visible = all ? nodes : nodes.slice(0, CARDS);
    const pointed = target === null ? undefined : fleet.nodes.get(target);
    if (pointed !== undefined && !visible.includes(pointed)) {
        visible.unshift(pointed);
    }
    return (
        <section aria-labelledby="nodes">
            <header className="section-head">
                <h2 id="nodes">Nodes</h2>
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
            {nodes.length > visible.length ? (
                <p className="more">
                    {visible.length} of {nodes.length} shown.{' '}
                    <button type="button" onClick={() => setAll(true)}>
                        Show all nodes
                    </button>
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
