import { type RefObject, useLayoutEffect, useState } from 'react';

/** Rows beyond the edges of the window, so that the keyboard finds a next one and scrolling no gap. */
const BEYOND = 8;
/** The part that is drawn moves in steps of so many rows. */
const STEP = 6;

/** Which rows of a long list are near the window: from the first to before the last. */
export function useRowsInView(
    body: RefObject<HTMLElement | null>,
    count: number,
    height: number,
): [first: number, last: number] {
    const [[first, last], setRange] = useState<[number, number]>([0, 40]);
    useLayoutEffect(() => {
        const measure = () => {
            const top = body.current?.getBoundingClientRect().top ?? 0;
            const from = Math.floor((-top / height - BEYOND) / STEP) * STEP;
            const to = Math.ceil(((window.innerHeight - top) / height + BEYOND) / STEP) * STEP;
            setRange((known) => (known[0] === from && known[1] === to ? known : [from, to]));
        };
        measure();
        window.addEventListener('scroll', measure, { passive: true });
        window.addEventListener('resize', measure);
        return () => {
            window.removeEventListener('scroll', measure);
            window.removeEventListener('resize', measure);
        };
    }, [body, count, height]);
    return [Math.max(0, Math.min(first, count)), Math.max(0, Math.min(last, count))];
}
