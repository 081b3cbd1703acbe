import { memo, useEffect, useRef, useState } from 'react';
import type { AllocationView, NodeView } from '../api/types';
import { count, gigabytes, megabytes, number } from '../format';
import { nodeHref, pageHref } from '../routing';
import { Icon } from '../ui/Icon';
import { Simulated } from '../ui/Simulated';
import { Age } from '../ui/Time';
import { Claimants } from './Claimants';
import { Gpus } from './Gpus';
import { gpuTiles, segments } from './ledger';
import { Meter } from './Meter';

interface Props {
    node: NodeView;
    allocations: readonly AllocationView[] | undefined;
    /** The address points here. */
    target: boolean;
    /** All claims are told at once. */
    open?: boolean;
}

const NONE: readonly AllocationView[] = [];

export const NodeCard = memo(function NodeCard({ node, allocations = NONE, target, open = false }: Props) {
    const card = useRef<HTMLElement>(null);
    const [unfolded, setUnfolded] = useState(open);
    useEffect(() => {
        if (target) {
            card.current?.scrollIntoView({ block: 'nearest' });
            card.current?.focus({ preventScroll: true });
        }
    }, [target]);
    const { capacity } = node;
    const tiles = gpuTiles(node, allocations);
    const title = `node-${node.nodeId}`;
    const away = node.status !== 'online' || node.fenced;
    return (
        <article
            ref={card}
            className={`node ${away ? 'away' : ''} ${target ? 'target' : ''}`}
            aria-labelledby={title}
            tabIndex={-1}
        >
            <header>
                <h3 id={title}>
                    <a href={nodeHref(node.nodeId)}>{node.name}</a>
                    {node.name === node.nodeId ? null : <span className="fine">{node.nodeId}</span>}
                </h3>
                <NodeState node={node} />
            </header>
            <About node={node} />
            <Labels labels={node.labels ?? {}} />
            <Warnings node={node} />
            <div className="meters">
                <Meter
                    label="CPU"
                    claimed={capacity.cpuClaimed}
                    total={capacity.cpuAllocatable}
                    physical={capacity.cpuCores}
                    segments={segments(allocations, 'cpuCores')}
                    show={cores}
                    words={`${number(capacity.cpuClaimed)} of ${cores(capacity.cpuAllocatable)}`}
                    note={`${cores(capacity.cpuCores)} × ${number(node.cpuOvercommit)} over-commit`}
                />
                <Meter
                    label="RAM"
                    claimed={capacity.ramClaimedMB}
                    total={capacity.ramMB}
                    segments={segments(allocations, 'ramMB')}
                    show={megabytes}
                />
                <Meter
                    label="Disk"
                    claimed={capacity.diskClaimedGB}
                    total={capacity.diskGB}
                    segments={segments(allocations, 'diskGB')}
                    show={gigabytes}
                />
                {tiles.length > 0 ? (
                    <div className="meter">
                        <span className="meter-label">GPU</span>
                        <Gpus tiles={tiles} />
                        <span className="meter-words">{gpuWords(node)}</span>
                    </div>
                ) : null}
            </div>
            <footer>
                {allocations.length > 0 ? (
                    <details
                        open={unfolded}
                        onToggle={(event) => setUnfolded(event.currentTarget.open)}
                    >
                        <summary>{count(allocations.length, 'claim')}, by holder</summary>
                        {unfolded ? (
                            <div className="scroll">
                                <Claimants allocations={allocations} />
                            </div>
                        ) : null}
                    </details>
                ) : (
                    <span className="nothing">Nothing is claimed here.</span>
                )}
                <a href={pageHref('resources', { node: node.nodeId })}>Show its resources</a>
            </footer>
        </article>
    );
});

function NodeState({ node }: { node: NodeView }) {
    const word = node.fenced ? 'fenced' : node.status;
    return (
        <span className="badges">
            {node.simulated ? <Simulated /> : null}
            {node.cordoned ? <span className="chip cordoned">cordoned</span> : null}
            <span className={`status node-${word}`}>
                <span className="mark" aria-hidden="true" />
                {word}
            </span>
        </span>
    );
}

function About({ node }: { node: NodeView }) {
    const known = [
        node.ipAddress,
        node.os ? `${node.os.name} ${node.os.version ?? ''}`.trim() : null,
        node.cpuModel,
        node.engines.length > 0 ? node.engines.join(' + ') : null,
        node.agentVersion ? `agent ${node.agentVersion}` : null,
    ].filter((part): part is string => part != null && part !== '');
    return (
        <p className="about">
            {known.join(' · ')}
            {node.lastHeartbeat ? (
                <>
                    {known.length > 0 ? ' · ' : ''}heard from <Age at={node.lastHeartbeat} /> ago
                </>
            ) : null}
        </p>
    );
}

function Labels({ labels }: { labels: Record<string, string> }) {
    const entries = Object.entries(labels);
    return entries.length === 0 ? null : (
        <p className="labels">
            <span className="sr-only">Labels:</span>
            {entries.map(([name, value]) => (
                <span className="chip" key={name}>
                    {name}={value}
                </span>
            ))}
        </p>
    );
}

function Warnings({ node }: { node: NodeView }) {
    return (
        <>
            {node.fenced ? (
                <p className="banner danger">
                    <Icon name="warning" />
                    <span>
                        Out of reach
                        {node.fencedAt ? (
                            <>
                                {' '}
                                for <Age at={node.fencedAt} />
                            </>
                        ) : null}
                        {node.fenceReason ? `: ${words(node.fenceReason)}` : ''}. What runs here is
                        unknown until its agent is back.
                    </span>
                </p>
            ) : null}
            {node.cordoned ? (
                <p className="banner warning">
                    <Icon name="warning" />
                    <span>
                        Nothing new is placed here
                        {node.cordonReason ? `: ${node.cordonReason}` : ''}.
                    </span>
                </p>
            ) : null}
            {node.status === 'pending' ? (
                <p className="banner">
                    <span>
                        Waits for its agent: give it a token, then start the agent on the machine.
                    </span>
                </p>
            ) : null}
        </>
    );
}

function gpuWords({ capacity }: NodeView): string {
    const parts = [];
    if (capacity.gpus > 0) {
        parts.push(`${capacity.gpusClaimed} of ${capacity.gpus}`);
    }
    if (capacity.migSlices > 0) {
        parts.push(`${capacity.migSlicesClaimed} of ${count(capacity.migSlices, 'slice')}`);
    }
    return parts.join(', ');
}

function cores(amount: number): string {
    return `${number(amount)} ${amount === 1 ? 'core' : 'cores'}`;
}

/** Reasons come as sentences or as names such as `MISSED_HEARTBEATS`. */
function words(reason: string): string {
    return /^[A-Z_]+$/.test(reason) ? reason.toLowerCase().replaceAll('_', ' ') : reason;
}
