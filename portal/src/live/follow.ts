import { backoff } from './backoff';
import { EventStreamParser, type StreamEvent } from './eventStream';

export type Link =
    /** `since` is when the connection before this one broke; null when there was none. */
    | { state: 'connecting'; since: number | null }
    | { state: 'live'; since: number }
    | { state: 'waiting'; since: number; retryAt: number; attempt: number };

export interface Following {
    /** Try at once instead of waiting out the pause. */
    retryNow: () => void;
    /** Holds no connection while it rests; afterwards it goes on as after a break. */
    rest: (resting: boolean) => void;
    stop: () => void;
}

export interface Followed {
    open: (after: string | null, signal: AbortSignal) => Promise<Response>;
    /** The stream is open; `resumed` says that nothing was missed since it broke. */
    onOpen: (resumed: boolean) => void;
    onEvent: (event: StreamEvent) => void;
    onLink: (link: Link) => void;
    onFailure?: (error: unknown) => void;
    now?: () => number;
    random?: () => number;
    /** A stream that says nothing for so long, not even a heartbeat, is taken for dead. */
    silence?: number;
    /** After a longer break the whole fleet is read anew; that is less than all that happened. */
    resumable?: number;
}

const SILENCE = 45_000;
const RESUMABLE = 60_000;

/** Follows a stream for ever: resumes where it broke, waits longer each time that fails. */
export function follow(followed: Followed): Following {
    return new Follower(followed).start();
}

class Follower {
    private readonly it: Followed;
    private readonly now: () => number;
    private stopped = false;
    private resting = false;
    private position: string | null = null;
    private attempt = 0;
    private current: AbortController | null = null;
    private wake: (() => void) | null = null;
    private brokenAt: number | null = null;

    constructor(it: Followed) {
        this.it = it;
        this.now = it.now ?? Date.now;
    }

    start(): Following {
        void this.run();
        return {
            retryNow: () => this.wake?.(),
            rest: (resting) => this.rest(resting),
            stop: () => {
                this.stopped = true;
                this.current?.abort();
                this.wake?.();
            },
        };
    }

    private rest(resting: boolean): void {
        this.resting = resting;
        if (resting) {
            this.current?.abort();
        } else {
            this.attempt = 0;
            this.wake?.();
        }
    }

    private async run(): Promise<void> {
        while (!this.stopped) {
            if (this.resting) {
                await new Promise<void>((resolve) => (this.wake = resolve));
                continue;
            }
            let asked: number | null = null;
            try {
                this.it.onLink({ state: 'connecting', since: this.brokenAt });
                asked = await this.readOne();
            } catch (error) {
                if (this.wanted()) {
                    this.it.onFailure?.(error);
                }
            }
            this.brokenAt ??= this.now();
            if (this.wanted()) {
                await this.pause(asked);
            }
        }
    }

    private wanted(): boolean {
        return !this.stopped && !this.resting;
    }

    /** Reads one connection to its end; gives the pause that the server asked for. */
    private async readOne(): Promise<number | null> {
        const connection = new AbortController();
        this.current = connection;
        const parser = new EventStreamParser();
        let watchdog = this.watch(connection);
        try {
            const after = this.resumePosition();
            const response = await this.it.open(after, connection.signal);
            if (response.body === null) {
                throw new Error('the stream has no body');
            }
            this.position = after;
            this.brokenAt = null;
            this.it.onOpen(after !== null);
            this.it.onLink({ state: 'live', since: this.now() });
            const reader = response.body.getReader();
            const decoder = new TextDecoder();
            for (;;) {
                const { done, value } = await reader.read();
                if (done) {
                    return parser.retry;
                }
                clearTimeout(watchdog);
                watchdog = this.watch(connection);
                this.attempt = 0;
                const events = parser.push(decoder.decode(value, { stream: true }));
                this.position = parser.lastEventId ?? this.position;
                events.forEach((event) => this.it.onEvent(event));
            }
        } finally {
            clearTimeout(watchdog);
            connection.abort();
        }
    }

    private resumePosition(): string | null {
        const tooLong =
            this.brokenAt !== null && this.now() - this.brokenAt > (this.it.resumable ?? RESUMABLE);
        return tooLong ? null : this.position;
    }

    private watch(connection: AbortController): ReturnType<typeof setTimeout> {
        return setTimeout(() => connection.abort(), this.it.silence ?? SILENCE);
    }

    private pause(asked: number | null): Promise<void> {
        const length =
            asked !== null && this.attempt === 0 ? asked : backoff(this.attempt, this.it.random);
        const since = this.brokenAt ?? this.now();
        this.attempt++;
        this.it.onLink({
            state: 'waiting',
            since,
            retryAt: this.now() + length,
            attempt: this.attempt,
        });
        return new Promise((resolve) => {
            const timer = setTimeout(resolve, length);
            this.wake = () => {
                clearTimeout(timer);
                resolve();
            };
        });
    }
}
