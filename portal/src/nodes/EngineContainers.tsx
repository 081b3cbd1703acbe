import { useState } from 'react';
import type { ActionAnswer, NodeContainersView, NodeView } from '../api/types';
import { useApp } from '../app';
import { goTo, resourceHref } from '../routing';
import { NameDialog } from '../ui/NameDialog';
import { ProblemText } from '../ui/ProblemText';
import { useEvery, useRead } from '../ui/read';

/** The agent tells of them with its heartbeats. */
const PAUSE = 5_000;
const ENGINES = ['container', 'docker'];

type Container = NodeContainersView['items'][number];

/** What the engines of a node run, also what somebody else made. */
export function EngineContainers({ node }: { node: NodeView }) {
    const [open, setOpen] = useState(false);
    return node.engines.some((engine) => ENGINES.includes(engine)) ? (
        <section className="panel" aria-label="Containers of the engine">
            <details onToggle={(event) => setOpen(event.currentTarget.open)}>
                <summary>All containers on its engine</summary>
                {open ? <Listed node={node} /> : null}
            </details>
        </section>
    ) : null;
}

function Listed({ node }: { node: NodeView }) {
    const { api, store, notices } = useApp();
    const [asked, setAsked] = useState<Container | null>(null);
    const path = `nodes/${encodeURIComponent(node.nodeId)}/containers`;
    const list = useRead((signal) => api.get<NodeContainersView>(path, {}, signal), [path]);
    useEvery(PAUSE, list.again);
    const items = list.value?.items ?? [];
    const adopt = async (container: Container): Promise<void> => {
        const answer = await api.post<ActionAnswer>(
            `${path}/${encodeURIComponent(container.id)}/adopt`,
            {},
        );
        notices.tell(`Taking over ${container.name}`);
        if (answer.resourceId) {
            store.look('resource', answer.resourceId);
            goTo(resourceHref(answer.resourceId));
        }
    };
    return (
        <>
            {list.problem !== null ? <ProblemText problem={list.problem} /> : null}
            {list.value !== null && items.length === 0 ? (
                <p className="empty">It runs none.</p>
            ) : null}
            {items.length > 0 ? (
                <div className="scroll">
                    <table className="plain">
                        <thead>
                            <tr>
                                <th scope="col">Name</th>
                                <th scope="col">Image</th>
                                <th scope="col">State</th>
                                <th scope="col">Managed</th>
                            </tr>
                        </thead>
                        <tbody>
                            {items.map((it) => (
                                <tr key={it.id}>
                                    <th scope="row">{it.name}</th>
                                    <td>{it.image}</td>
                                    <td>{it.state}</td>
                                    <td>
                                        {it.resourceId ? (
                                            <a href={resourceHref(it.resourceId)}>its resource</a>
                                        ) : it.managed ? (
                                            'yes'
                                        ) : (
                                            <button
                                                type="button"
                                                className="small"
                                                aria-label={`Take over ${it.name}`}
                                                onClick={() => setAsked(it)}
                                            >
                                                Take over…
                                            </button>
                                        )}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            ) : null}
            {asked !== null ? (
                <NameDialog
                    title={`Take over ${asked.name}?`}
                    name={asked.name}
                    verb="Take it over"
                    act={() => adopt(asked)}
                    close={() => setAsked(null)}
                >
                    <p>
                        It becomes a resource and goes on running. What it holds is claimed, and it
                        gets another name on its engine.
                    </p>
                </NameDialog>
            ) : null}
        </>
    );
}
