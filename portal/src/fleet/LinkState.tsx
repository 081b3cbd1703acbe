import type { Link } from '../live/follow';
import { useClock } from '../ui/clock';

/** Whether what is shown is what is. */
export function LinkState({ link, retry }: { link: Link; retry: () => void }) {
    const left = useClock((now) =>
        link.state === 'waiting' ? `${Math.max(0, Math.ceil((link.retryAt - now) / 1000))}` : '',
    );
    return (
        <div className={`link ${link.state}`}>
            <span className="mark" aria-hidden="true" />
            {/* The seconds are left out of what is announced: they would be read out one by one. */}
            <span role="status">{WORDS[link.state]}</span>
            {link.state === 'waiting' ? (
                <>
                    <span aria-hidden="true">in {left} s</span>
                    <button type="button" className="small" onClick={retry}>
                        Try now
                    </button>
                </>
            ) : null}
        </div>
    );
}

const WORDS: Record<Link['state'], string> = {
    connecting: 'Connecting…',
    live: 'Live',
    waiting: 'Not live, trying again',
};
