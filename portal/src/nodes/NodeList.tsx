import { useMemo, useState } from 'react';
import type { NodeView } from '../api/types';
import { useApp } from '../app';
import { enrolNode, issueToken, startAgent } from '../commands';
import type { Fleet } from '../fleet/state';
import { Command, CopyButton } from '../ui/Copyable';
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
    const { api } = useApp();
    return (
        <div className="teach">
            <h3>No node yet</h3>
            <p>
                A node is a machine that runs what you create. Its agent dials out to this server,
                so the machine may stand behind a firewall. Enrol it, make its token, then start the
                agent there.
            </p>
            <p className="token">
                <CopyButton text={`TOKEN='${api.bearer() ?? ''}'`} what="TOKEN=…" />
                <span>
                    puts the token of this session, good until it expires, into the shell first.
                </span>
            </p>
            <Command label="Enrol a machine" text={enrolNode(api.base)} />
            <Command label="Make its token; it is shown once" text={issueToken(api.base)} />
            <Command label="On the machine, start the agent" text={startAgent(api.base)} />
        </div>
    );
}
