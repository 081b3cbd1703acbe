import { useCallback, useEffect, useRef, useState } from 'react';
import { type Problem, ProblemError, problemOf } from '../api/problem';
import { useApp } from '../app';
import type { EntityChange } from '../fleet/store';
import { backoff } from '../live/backoff';
import { gather } from './gather';

export interface Read<T> {
    value: T | null;
    problem: Problem | null;
    /** Reads it once more; what is known stays until the answer is there. */
    again: () => void;
}

/**
 * Reads something when the page shows it, anew when one of the keys is another, and once more a
 * little later when it failed for a reason that passes.
 */
export function useRead<T>(read: (signal: AbortSignal) => Promise<T>, keys: unknown[]): Read<T> {
    const [value, setValue] = useState<T | null>(null);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [turn, setTurn] = useState(0);
    const failures = useRef(0);
    const again = useCallback(() => setTurn((before) => before + 1), []);
    const newest = useRef(read);
    newest.current = read;
    useEffect(() => {
        const stopping = new AbortController();
        let retry: ReturnType<typeof setTimeout> | undefined;
        newest
            .current(stopping.signal)
            .then((answer) => {
                if (!stopping.signal.aborted) {
                    failures.current = 0;
                    setValue(answer);
                    setProblem(null);
                }
            })
            .catch((error: unknown) => {
                if (!stopping.signal.aborted) {
                    setProblem(problemOf(error));
                    if (error instanceof ProblemError && error.passes) {
                        retry = setTimeout(again, backoff(failures.current++));
                    }
                }
            });
        return () => {
            stopping.abort();
            clearTimeout(retry);
        };
    }, [...keys, turn]);
    return { value, problem, again };
}

/** Calls when something that matters has changed or may have, and once more when no more does. */
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
        const stopMissed = store.onMissed(() => changes.changed());
        return () => {
            stop();
            stopMissed();
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
