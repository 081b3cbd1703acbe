import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { FleetView, Page, ResourceView } from '../api/types';
import { useApp, usePicture } from '../app';
import type { Fleet } from '../fleet/state';
import { Summary } from '../fleet/Summary';
import { age, instant } from '../format';
import { NodeCard } from '../nodes/NodeCard';
import { StatusLine } from '../resources/StatusBadge';
import { changedHref, replaceRoute, resourceHref } from '../routing';
import { ProblemText } from '../ui/ProblemText';
import { useRead } from '../ui/read';
import { FleetDiff } from './FleetDiff';
import { instantOf } from './WhatIf';

/** How long the bar has to stand still before the past is read, in milliseconds. */
const STILL = 150;
/** So many steps has the bar from the beginning to now. */
const STEPS = 1_000;
const LISTED = 200;

/** A bar from the first node's day to now; the whole fleet as it was wherever it stands. */
export function AsOf({ at, until }: { at: string | null; until: string | null }) {
    const { fleet } = usePicture();
    const [now] = useState(() => Date.now());
    const first = useMemo(() => {
        const made = [...fleet.nodes.values(), ...fleet.resources.values()];
        return made.reduce((min, it) => Math.min(min, Date.parse(it.createdAt)), now - 60_000);
    }, [fleet.nodes, fleet.resources, now]);
    const read = at === null ? now : Date.parse(instantOf(at, now));
    const asked = Number.isNaN(read) ? now : read;
    const [standing, setStanding] = useState(asked);
    useEffect(() => setStanding(asked), [asked]);
    useEffect(() => {
        const timer = setTimeout(() => {
            if (standing !== asked) {
                const then = standing >= now ? '' : new Date(standing).toISOString();
                replaceRoute(changedHref('audit', { at: then }));
            }
        }, STILL);
        return () => clearTimeout(timer);
    }, [standing, asked, now]);
    const said = new Date(standing).toISOString();
    return (
        <section className="panel" aria-labelledby="as-of">
            <header className="section-head">
                <h2 id="as-of">The fleet as it was</h2>
                {at !== null ? (
                    <a className="button" href={changedHref('audit', { at: '', until: '' })}>
                        Back to now
                    </a>
                ) : null}
            </header>
            <div className="scrub">
                <input
                    type="range"
                    min={first}
                    max={now}
                    step={Math.max(1, Math.round((now - first) / STEPS))}
                    value={standing}
                    aria-label="Instant"
                    aria-valuetext={instant(said)}
                    onChange={(event) => {
                        const value = Number(event.target.value);
                        setStanding(now - value < (now - first) / STEPS ? now : value);
                    }}
                />
                <p className="fine ends">
                    <span>{age(first, now)} ago</span>
                    <strong>
                        {standing >= now ? 'now: move the bar to see the past' : instant(said)}
                    </strong>
                    <span>now</span>
                </p>
            </div>
            {at !== null ? <Then at={at} until={until} /> : null}
        </section>
    );
}

function Then({ at, until }: { at: string; until: string | null }) {
    const { api } = useApp();
    const instantRead = useDeferredValue(at);
    const cut = useRead(
        async (signal) => {
            const view = await api.get<FleetView>('fleet', { at: instantRead }, signal);
            const { position } = view;
            const list = await api.get<Page<ResourceView>>(
                'resources',
                { position, limit: LISTED },
                signal,
            );
            return { view, list };
        },
        [instantRead],
    );
    if (cut.value === null) {
        return cut.problem === null ? (
            <p className="loading">Reading the past…</p>
        ) : (
            <ProblemText problem={cut.problem} />
        );
    }
    const { view, list } = cut.value;
    const fleet: Fleet = {
        nodes: new Map(view.nodes.map(({ node }) => [node.nodeId, node])),
        resources: new Map(list.items.map((it) => [it._id, it])),
        executions: new Map(),
        allocations: new Map(view.nodes.map((it) => [it.node.nodeId, it.allocations])),
    };
    return (
        <div className="then">
            {cut.problem !== null ? <ProblemText problem={cut.problem} /> : null}
            <Summary fleet={fleet} />
            <div className="nodes">
                {view.nodes.slice(0, 12).map(({ node, allocations }) => (
                    <NodeCard
                        key={node.nodeId}
                        node={node}
                        allocations={allocations}
                        target={false}
                    />
                ))}
            </div>
            {list.items.length > 0 ? <Listed items={list.items} total={list.total} /> : null}
            <FleetDiff from={instantRead} until={until} />
        </div>
    );
}

function Listed({ items, total }: { items: ResourceView[]; total: number }) {
    return (
        <div className="scroll">
            <table className="plain" aria-label="Resources as they were">
                <thead>
                    <tr>
                        <th scope="col">Name</th>
                        <th scope="col">Status</th>
                        <th scope="col">Node</th>
                    </tr>
                </thead>
                <tbody>
                    {items.map((resource) => (
                        <tr key={resource._id}>
                            <th scope="row">
                                <a href={resourceHref(resource._id, 'history')}>{resource.name}</a>
                            </th>
                            <td>
                                <StatusLine resource={resource} execution={undefined} />
                            </td>
                            <td>{resource.nodeId}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
            {total > items.length ? (
                <p className="more">
                    {items.length} of {total} shown
                </p>
            ) : null}
        </div>
    );
}
