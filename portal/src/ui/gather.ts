/** So many milliseconds of changes become one call. */
const GATHER = 400;

/** After so many milliseconds without a change what is read is hardly older than the last one. */
const SETTLED = 3_000;

export interface Gathering {
    /** Something has changed. */
    changed: () => void;
    stop: () => void;
}

/**
 * Calls soon after a change, once for many, and once more when all is quiet: changes are told of as soon as they are decided,
 * and what is read may be behind them.
 */
export function gather(call: () => void): Gathering {
    let soon: ReturnType<typeof setTimeout> | undefined;
    let settled: ReturnType<typeof setTimeout> | undefined;
    return {
        changed: () => {
            soon ??= setTimeout(() => {
                soon = undefined;
                call();
            }, GATHER);
            clearTimeout(settled);
            settled = setTimeout(call, SETTLED);
        },
        stop: () => {
            clearTimeout(soon);
            clearTimeout(settled);
        },
    };
}
