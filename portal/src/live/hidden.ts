/** So long a page that nobody sees stays live, in milliseconds. */
const UNSEEN = 30_000;

/** A page that nobody sees holds no connection after a while; gives what ends this. */
export function restWhileHidden(rest: (resting: boolean) => void): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
        clearTimeout(timer);
        if (document.visibilityState === 'hidden') {
            timer = setTimeout(() => rest(true), UNSEEN);
        } else {
            rest(false);
        }
    };
    document.addEventListener('visibilitychange', changed);
    return () => {
        clearTimeout(timer);
        document.removeEventListener('visibilitychange', changed);
    };
}
