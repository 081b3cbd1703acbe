import { useEffect, useId, useRef, useState } from 'react';
import type { ResourceView } from '../api/types';
import { count } from '../format';

interface Props {
    selection: ResourceView[];
    remove: () => void;
    close: () => void;
}

/** Nobody types a hundred names: what is asked for is their number. */
export function BulkDelete({ selection, remove, close }: Props) {
    const dialog = useRef<HTMLDialogElement>(null);
    const [typed, setTyped] = useState('');
    const ids = useId();
    const phrase =
        selection.length === 1 ? (selection[0]?.name ?? '') : `delete ${selection.length}`;
    useEffect(() => {
        dialog.current?.showModal();
    }, []);
    return (
        <dialog ref={dialog} aria-labelledby={`${ids}title`} onClose={close}>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    if (typed === phrase) {
                        remove();
                        dialog.current?.close();
                    }
                }}
            >
                <h2 id={`${ids}title`}>Delete {count(selection.length, 'resource')}?</h2>
                <p>
                    They are stopped and removed from their nodes, and their data there goes with
                    them. Their history stays.
                </p>
                <ul className="names">
                    {selection.map((resource) => (
                        <li key={resource._id}>{resource.name}</li>
                    ))}
                </ul>
                <label htmlFor={`${ids}name`}>
                    Type <strong className="typed-name">{phrase}</strong> to confirm
                </label>
                <input
                    id={`${ids}name`}
                    value={typed}
                    autoComplete="off"
                    spellCheck={false}
                    onChange={(event) => setTyped(event.target.value)}
                />
                <div className="buttons">
                    <button type="button" onClick={() => dialog.current?.close()}>
                        Keep them
                    </button>
                    <button type="submit" className="danger" disabled={typed !== phrase}>
                        Delete
                    </button>
                </div>
            </form>
        </dialog>
    );
}
