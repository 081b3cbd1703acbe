import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
    now = Date.now();
    listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    now = Date.now();
    timer ??= setInterval(tick, 1000);
    return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
            clearInterval(timer);
            timer = undefined;
        }
    };
}

/** One clock for the page; who uses it is drawn again only when its own text changes. */
export function useClock(text: (now: number) => string): string {
    return useSyncExternalStore(subscribe, () => text(now));
}
