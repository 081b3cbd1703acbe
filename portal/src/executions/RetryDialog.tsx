import { useEffect, useRef, useState } from 'react';
import type { ExecutionView } from '../api/types';
import { SelectField } from '../ui/Field';

interface Props {
    execution: ExecutionView;
    retry: (asked: { fromStep?: string }) => Promise<void>;
    close: () => void;
}

/** Another round: what did not succeed, or all from a step on. */
export function RetryDialog({ execution, retry, close }: Props) {
    const dialog = useRef<HTMLDialogElement>(null);
    const [from, setFrom] = useState('');
    useEffect(() => {
        dialog.current?.showModal();
    }, []);
    return (
        <dialog ref={dialog} aria-labelledby="retry-title" onClose={close}>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    void retry(from === '' ? {} : { fromStep: from });
                    dialog.current?.close();
                }}
            >
                <h2 id="retry-title">Try {execution.name} again?</h2>
                <SelectField
                    words="From"
                    value={from}
                    options={[
                        ['', 'where it did not succeed'],
                        ...execution.steps.map((step) => [step.name, step.name] as const),
                    ]}
                    set={setFrom}
                />
                <div className="buttons">
                    <button type="button" onClick={() => dialog.current?.close()}>
                        Cancel
                    </button>
                    <button type="submit" className="primary">
                        Retry
                    </button>
                </div>
            </form>
        </dialog>
    );
}
