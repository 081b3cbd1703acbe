import { useId, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import type { NodeToken, NodeView } from '../api/types';
import { useApp, usePicture } from '../app';
import { startAgent } from '../commands';
import type { PageProps } from '../frame/Frame';
import { nodeHref } from '../routing';
import { Command } from '../ui/Copyable';
import { usePostOnce } from '../ui/once';
import { PageHead } from '../ui/PageHead';
import { ProblemText } from '../ui/ProblemText';
import { Instant } from '../ui/Time';
import '../styles/forms.css';

/** From a name to the command that is typed on the machine, and on to its first sign of life. */
export default function EnrolPage(_: PageProps) {
    const { api, store } = useApp();
    const postOnce = usePostOnce();
    const [nodeId, setNodeId] = useState('');
    const [name, setName] = useState('');
    const [shared, setShared] = useState(false);
    const [registered, setRegistered] = useState<string | null>(null);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [token, setToken] = useState<NodeToken | null>(null);
    const ids = useId();
    const enrol = async (): Promise<void> => {
        setProblem(null);
        try {
            // When only its token could not be made, it is known already.
            if (registered !== nodeId) {
                const request = { nodeId, name: name || nodeId, role: ['worker'], shared };
                await postOnce<NodeView>('nodes', request);
                setRegistered(nodeId);
                store.look('node', nodeId);
            }
            const path = `nodes/${encodeURIComponent(nodeId)}/token`;
            setToken(await api.post<NodeToken>(path, { description: 'enrolled in the Portal' }));
        } catch (error) {
            setProblem(problemOf(error));
        }
    };
    return (
        <>
            <PageHead title="Enrol a node" />
            {token === null ? (
                <form
                    className="panel form"
                    onSubmit={(event) => {
                        event.preventDefault();
                        void enrol();
                    }}
                >
                    <p>
                        A node is a machine that runs what you create. Its agent dials out to this
                        server, so the machine needs no open port.
                    </p>
                    <label htmlFor={`${ids}id`}>
                        Id <span className="fine">letters, digits, dots and dashes</span>
                    </label>
                    <input
                        id={`${ids}id`}
                        value={nodeId}
                        required
                        pattern="[A-Za-z0-9._\-]{1,64}"
                        placeholder="gpu-server-1"
                        spellCheck={false}
                        onChange={(event) => setNodeId(event.target.value)}
                    />
                    <label htmlFor={`${ids}name`}>
                        Name <span className="fine">the id, when it is left out</span>
                    </label>
                    <input
                        id={`${ids}name`}
                        value={name}
                        maxLength={255}
                        placeholder="GPU server 1"
                        onChange={(event) => setName(event.target.value)}
                    />
                    <label className="choice-line">
                        <input
                            type="checkbox"
                            checked={shared}
                            onChange={(event) => setShared(event.target.checked)}
                        />
                        Every organisation may use it, for good
                    </label>
                    <div role="alert">
                        {problem !== null ? <ProblemText problem={problem} /> : null}
                    </div>
                    <div className="buttons">
                        <button type="submit" className="primary">
                            Enrol and make its token
                        </button>
                    </div>
                </form>
            ) : (
                <Enrolled token={token} />
            )}
        </>
    );
}

function Enrolled({ token }: { token: NodeToken }) {
    const { api } = useApp();
    const { fleet } = usePicture();
    const node = fleet.nodes.get(token.nodeId);
    const here = node?.status === 'online';
    return (
        <div className="panel form">
            <Command
                label="On the machine, start the agent"
                text={startAgent(api.base, token.nodeId, token.token)}
            />
            <p className="fine">
                The token is shown this once and is good until <Instant at={token.expiresAt} />.
                <code> AIWM_NODE</code> names the engines of the machine: <code>docker</code>,{' '}
                <code>libvirt</code>, or both behind a comma.
            </p>
            <p className={here ? 'banner' : 'banner warning'} role="status">
                {here ? (
                    <span>
                        It is here. <a href={nodeHref(token.nodeId)}>Show {token.nodeId}</a>
                    </span>
                ) : (
                    <span>Waiting for its agent; this changes by itself when it calls.</span>
                )}
            </p>
        </div>
    );
}
