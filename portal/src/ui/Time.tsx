import { age, duration, instant } from '../format';
import { useClock } from './clock';

/** How long ago; the exact instant on hover. */
export function Age({ at }: { at: string }) {
    const text = useClock((now) => age(at, now));
    return (
        <time dateTime={at} data-tip={instant(at)}>
            {text}
        </time>
    );
}

/** The exact instant, for where there is room. */
export function Instant({ at }: { at: string }) {
    const date = new Date(at);
    if (Number.isNaN(date.getTime())) {
        return at;
    }
    return (
        <time dateTime={at} data-tip={date.toISOString()}>
            {date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'medium' })}
        </time>
    );
}

/** From one instant to another, or until now while the other has not come. */
export function Span({ from, to }: { from: string; to?: string | null | undefined }) {
    const start = new Date(from).getTime();
    const text = useClock((now) => duration((to ? new Date(to).getTime() : now) - start));
    return <span data-tip={instant(from)}>{text}</span>;
}
