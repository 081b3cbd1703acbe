import { useEffect, useId, useRef, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import type { ResourceView } from '../api/types';
import { useApp } from '../app';
import { ProblemText } from '../ui/ProblemText';

/** Asks for the name, because what is deleted does not come back. */
export function DeleteDialog({ resource, close }: { resource: ResourceView; close: () => void }) {
    const { api, store, notices } = useApp();
    const dialog = useRef<HTMLDialogElement>(null);
    const [typed, setTyped] = useState('');
    const [force, setForce] = useState(false);
    const [asking, setAsking] = useState(false);
    const [problem, setProblem] = useState<Problem | null>(null);
    const ids = useId();

    useEffect(() => {
        dialog.current?.showModal();
    }, []);

    const remove = async (): Promise<void> => {
        setAsking(true);
        setProblem(null);
        try {
            await api.delete(resource._id, force);
            notices.tell(`Deleting ${resource.name}`);
            store.look('resource', resource._id);
            dialog.current?.close();
        } catch (error) {
            setProblem(problemOf(error));
            setAsking(false);
        }
    };

    return (
        <dialog ref={dialog} aria-labelledby={`${ids}title`} onClose={close}>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    if (typed === resource.name && !asking) {
                        void remove();
                    }
                }}
            >
                <h2 id={`${ids}title`}>Delete {resource.name}?</h2>
                <p>
                    It is stopped, removed from <strong>{resource.nodeId}</strong> and gives back
                    all that it holds there. Its data on the node goes with it. Its history stays.
                </p>
                <label htmlFor={`${ids}name`}>
                    Type <strong className="typed-name">{resource.name}</strong> to confirm
                </label>
                <input
                    id={`${ids}name`}
                    value={typed}
                    autoComplete="off"
                    spellCheck={false}
                    onChange={(event) => setTyped(event.target.value)}
                />
                {resource.status === 'unknown' ? (
                    <label className="choice-line">
                        <input
                            type="checkbox"
                            checked={force}
                            onChange={(event) => setForce(event.target.checked)}
                        />
                        Do not wait for the node: its engine may go on running it
                    </label>
                ) : null}
                <div role="alert">
                    {problem !== null ? <ProblemText problem={problem} /> : null}
                </div>
                <div className="buttons">
                    <button type="button" onClick={() => dialog.current?.close()}>
                        Keep it
                    </button>
                    <button
                        type="submit"
                        className="danger"
                        disabled={typed !== resource.name || asking}
                    >
                        {asking ? 'Deleting…' : 'Delete'}
                    </button>
                </div>
            </form>
        </dialog>
    );
}
