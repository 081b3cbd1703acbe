import { useEffect, useRef } from 'react';
import { goTo, pageHref } from '../routing';
import { NAVIGATION } from './Frame';

/** How long a `g` waits for the letter of a page, in milliseconds. */
const PATIENCE = 1500;

/** Keys that lead somewhere, unless something is being typed. */
export function useShortcuts(help: () => void): void {
    useEffect(() => {
        let asked = 0;
        const pressed = (event: KeyboardEvent) => {
            const typing = (event.target as Element).closest(
                'input, textarea, select, dialog, .terminal, .screen',
            );
            if (typing !== null || event.ctrlKey || event.metaKey || event.altKey) {
                return;
            }
            const page = NAVIGATION.find(([, , , key]) => key === event.key);
            if (event.key === 'g') {
                asked = Date.now();
            } else if (page !== undefined && Date.now() - asked < PATIENCE) {
                asked = 0;
                goTo(pageHref(page[0]));
            } else if (event.key === 'c') {
                goTo(pageHref('create'));
            } else if (event.key === '?') {
                help();
            }
        };
        document.addEventListener('keydown', pressed);
        return () => document.removeEventListener('keydown', pressed);
    }, []);
}

export function Shortcuts({ close }: { close: () => void }) {
    const dialog = useRef<HTMLDialogElement>(null);
    useEffect(() => {
        dialog.current?.showModal();
    }, []);
    return (
        <dialog ref={dialog} aria-labelledby="shortcuts" onClose={close}>
            <h2 id="shortcuts">Keyboard</h2>
            <dl className="keys">
                {NAVIGATION.map(([href, words, , key]) => (
                    <div key={href}>
                        <dt>
                            <kbd>g</kbd> <kbd>{key}</kbd>
                        </dt>
                        <dd>{words}</dd>
                    </div>
                ))}
                <div>
                    <dt>
                        <kbd>c</kbd>
                    </dt>
                    <dd>Create a resource</dd>
                </div>
                <div>
                    <dt>
                        <kbd>/</kbd>
                    </dt>
                    <dd>Search in the list of resources</dd>
                </div>
                <div>
                    <dt>
                        <kbd>Esc</kbd>
                    </dt>
                    <dd>Close a dialog</dd>
                </div>
            </dl>
            <div className="buttons">
                <button type="button" onClick={() => dialog.current?.close()}>
                    Close
                </button>
            </div>
        </dialog>
    );
}
