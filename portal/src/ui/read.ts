import { useCallback, useEffect, useRef, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import { useApp } from '../app';
import type { EntityChange } from '../fleet/store';
import { gather } from './gather';

export interface Read<T> {
    value: T | null;
    problem: Problem | null;
    /** Reads it once more; what is known stays until the answer is there. */
    again: () => void;
}

/** Reads something when the page shows it, anew when one of the keys is another. */
export function useRead<T>(read: (signal: AbortSignal) => Promise<T>, keys: unknown[]): Read<T> {
    const [value, setValue] = useState<T | null>(null);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [turn, setTurn] = useState(0);
    const newest = useRef(read);
    newest.current = read;
    useEffect(() => {
        const stopping = new AbortController();
        newest
            .current(stopping.signal)
            .then((answer) => {
                if (!stopping.signal.aborted) {
                    setValue(answer);
                    setProblem(null);
                }
            })
            .catch((error: unknown) => {
                if (!stopping.signal.aborted) {
                    setProblem(problemOf(error));
                }
            });
        return () => stopping.abort();
    }, [...keys, turn]);
    const again = useCallback(() => setTurn((before) => before + 1), []);
    return { value, problem, again };
}

/** Calls when something that matters is said to have changed, and once more when no more does. */
export function useChanges(matters: (change: EntityChange) => boolean, call: () => void): void {
    const { store } = useApp();
    const newest = useRef({ matters, call });
    newest.current = { matters, call };
    useEffect(() => {
        const changes = gather(() => newest.current.call());
        const stop = store.onChange((change) => {
            if (newest.current.matters(change)) {
                changes.changed();
            }
        });
        return () => {
            stop();
            changes.stop();
        };
    }, [store]);
}

/** Calls each so many milliseconds while the page can be seen. */
export function useEvery(pause: number, call: () => void): void {
    const newest = useRef(call);
    newest.current = call;
    useEffect(() => {
        const timer = setInterval(() => {
            if (document.visibilityState !== 'hidden') {
                newest.current();
            }
        }, pause);
        return () => clearInterval(timer);
    }, [pause]);
}
