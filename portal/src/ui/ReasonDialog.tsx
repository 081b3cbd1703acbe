import { useEffect, useId, useRef, useState } from 'react';

interface Props {
    title: string;
    text: string;
    verb: string;
    required: boolean;
    /** What has to be typed before it can be done, if it is more than can be undone easily. */
    name?: string;
    act: (reason: string | undefined) => Promise<void>;
    close: () => void;
}

/** Asks why: the reason stands in the history and is shown to others. */
export function ReasonDialog({ title, text, verb, required, name, act, close }: Props) {
    const dialog = useRef<HTMLDialogElement>(null);
    const [reason, setReason] = useState('');
    const [typed, setTyped] = useState('');
    const ids = useId();
    useEffect(() => {
        dialog.current?.showModal();
    }, []);
    const ready = (name === undefined || typed === name) && (!required || reason.trim() !== '');
    return (
        <dialog ref={dialog} aria-labelledby={`${ids}title`} onClose={close}>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    if (ready) {
                        void act(reason.trim() === '' ? undefined : reason.trim());
                        dialog.current?.close();
                    }
                }}
            >
                <h2 id={`${ids}title`}>{title}</h2>
                <p>{text}</p>
                <label htmlFor={`${ids}reason`}>Reason{required ? '' : ' (may be left out)'}</label>
                <input
                    id={`${ids}reason`}
                    value={reason}
                    maxLength={500}
                    required={required}
                    onChange={(event) => setReason(event.target.value)}
                />
                {name !== undefined ? (
                    <>
                        <label htmlFor={`${ids}name`}>
                            Type <strong className="typed-name">{name}</strong> to confirm
                        </label>
                        <input
                            id={`${ids}name`}
                            value={typed}
                            autoComplete="off"
                            spellCheck={false}
                            onChange={(event) => setTyped(event.target.value)}
                        />
                    </>
                ) : null}
                <div className="buttons">
                    <button type="button" onClick={() => dialog.current?.close()}>
                        Cancel
                    </button>
                    <button type="submit" className="danger" disabled={!ready}>
                        {verb}
                    </button>
                </div>
            </form>
        </dialog>
    );
}
