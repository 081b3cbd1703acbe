import { useEffect, useRef } from 'react';
import type { NodeToken } from '../api/types';
import { useApp } from '../app';
import { startAgent } from '../commands';
import { Command } from '../ui/Copyable';
import { Instant } from '../ui/Time';

/** A token is shown once; what is done with it is shown with it. */
export function TokenDialog({ token, close }: { token: NodeToken; close: () => void }) {
    const { api } = useApp();
    const dialog = useRef<HTMLDialogElement>(null);
    useEffect(() => {
        dialog.current?.showModal();
    }, []);
    return (
        <dialog ref={dialog} className="broad" aria-labelledby="token-title" onClose={close}>
            <h2 id="token-title">Token of {token.nodeId}</h2>
            <p>
                It is shown this once, and lets an agent in until <Instant at={token.expiresAt} />.
                Start the agent on the machine with it; the session that it opens goes on
                afterwards.
            </p>
            <Command
                label="On the machine"
                text={startAgent(api.base, token.nodeId, token.token)}
            />
            <div className="buttons">
                <button type="button" onClick={() => dialog.current?.close()}>
                    Done
                </button>
            </div>
        </dialog>
    );
}
