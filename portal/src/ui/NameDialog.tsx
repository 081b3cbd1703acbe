import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import { ProblemText } from './ProblemText';

interface Props {
    title: string;
    /** What has to be typed before it can be done. */
    name: string;
    verb: string;
    /** What the button says while it is done, and the one that does nothing. */
    doing?: string;
    instead?: string;
    children: ReactNode;
    act: () => Promise<void>;
    close: () => void;
}

/** Asks for a name before something that cannot be taken back. */
export function NameDialog(props: Props) {
    const { title, name, verb, doing = 'Asking…', instead = 'Cancel', children, act, close } = props;
    const dialog = useRef<HTMLDialogElement>(null);
    const [typed, setTyped] = useState('');
    const [asking, setAsking] = useState(false);
    const [problem, setProblem] = useState<Problem | null>(null);
    const ids = useId();
    useEffect(() => {
        dialog.current?.showModal();
    }, []);
    const submit = async (): Promise<void> => {
        setAsking(true);
        setProblem(null);
        try {
            await act();
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
                    if (typed === name && !asking) {
                        void submit();
                    }
                }}
            >
                <h2 id={`${ids}title`}>{title}</h2>
                {children}
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
                <div role="alert">
                    {problem !== null ? <ProblemText problem={problem} /> : null}
                </div>
                <div className="buttons">
                    <button type="button" onClick={() => dialog.current?.close()}>
                        {instead}
                    </button>
                    <button type="submit" className="danger" disabled={typed !== name || asking}>
                        {asking ? doing : verb}
                    </button>
                </div>
            </form>
        </dialog>
    );
}
