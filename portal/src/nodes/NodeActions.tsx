import { useState } from 'react';
import { problemOf } from '../api/problem';
import type { NodeToken, NodeView } from '../api/types';
import { useApp } from '../app';
import { NameDialog } from '../ui/NameDialog';
import { ReasonDialog } from '../ui/ReasonDialog';
import { TokenDialog } from './TokenDialog';

type Asked = 'cordon' | 'fence' | 'remove' | 'revoke' | null;

/** What can be done with a node. */
export function NodeActions({ node }: { node: NodeView }) {
    const { api, store, notices } = useApp();
    const [asked, setAsked] = useState<Asked>(null);
    const [token, setToken] = useState<NodeToken | null>(null);
    const path = `nodes/${encodeURIComponent(node.nodeId)}`;
    const act = async (words: string, call: () => Promise<unknown>): Promise<void> => {
        try {
            await call();
            notices.tell(`${words} ${node.name}`);
        } catch (error) {
            notices.refuse(`${words} ${node.name}: refused`, problemOf(error));
        }
        store.look('node', node.nodeId);
    };
    const silent = node.fenced && node.fenceReason === 'MISSED_HEARTBEATS';
    return (
        <div className="actions wide">
            {node.cordoned ? (
                <button
                    type="button"
                    onClick={() => void act('Uncordoning', () => api.post(`${path}/uncordon`))}
                >
                    Uncordon
                </button>
            ) : (
                <button type="button" onClick={() => setAsked('cordon')}>
                    Cordon…
                </button>
            )}
            {node.fenced ? (
                <button
                    type="button"
                    onClick={() => void act('Letting in', () => api.post(`${path}/unfence`))}
                >
                    Unfence
                </button>
            ) : null}
            {!node.fenced || silent ? (
                <button type="button" onClick={() => setAsked('fence')}>
                    Fence…
                </button>
            ) : null}
            <button
                type="button"
                onClick={() =>
                    void api.post<NodeToken>(`${path}/token`, {}).then(setToken, (error: unknown) =>
                        notices.refuse(`No token for ${node.name}`, problemOf(error)),
                    )
                }
            >
                New token
            </button>
            <button type="button" onClick={() => setAsked('revoke')}>
                Revoke tokens…
            </button>
            <button type="button" onClick={() => setAsked('remove')}>
                Remove…
            </button>
            {asked === 'cordon' ? (
                <ReasonDialog
                    title={`Cordon ${node.name}?`}
                    verb="Cordon"
                    text="Nothing new is placed there. What runs goes on running."
                    required={false}
                    act={(reason) =>
                        act('Cordoning', () => api.post(`${path}/cordon`, { reason }))
                    }
                    close={() => setAsked(null)}
                />
            ) : null}
            {asked === 'fence' ? (
                <ReasonDialog
                    title={`Fence ${node.name}?`}
                    verb="Fence"
                    text="It is cut off and its agent is kept out. What runs there becomes unknown until it is let in again."
                    required
                    name={node.nodeId}
                    act={(reason) => act('Fencing', () => api.post(`${path}/fence`, { reason }))}
                    close={() => setAsked(null)}
                />
            ) : null}
            {asked === 'revoke' || asked === 'remove' ? (
                <NameDialog
                    title={
                        asked === 'remove'
                            ? `Remove ${node.name}?`
                            : `Revoke all tokens of ${node.name}?`
                    }
                    name={node.nodeId}
                    verb={asked === 'remove' ? 'Remove' : 'Revoke'}
                    act={async () => {
                        await api.remove(asked === 'remove' ? path : `${path}/token`);
                        store.look('node', node.nodeId);
                    }}
                    close={() => setAsked(null)}
                >
                    <p>
                        {asked === 'remove'
                            ? 'Only a node on which nothing is claimed can be taken out. Its history stays.'
                            : 'Its agent does not get in again until it has a new token.'}
                    </p>
                </NameDialog>
            ) : null}
            {token !== null ? <TokenDialog token={token} close={() => setToken(null)} /> : null}
        </div>
    );
}
