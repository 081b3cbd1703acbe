import { backoff } from './backoff';

export interface Refreshing {
    /** Reads the newest state of one entity, not older than the version. */
    read: (kind: string, id: string, version: number) => Promise<void>;
    /** Worth another try a little later? */
    passes: (error: unknown) => boolean;
    /** Gathers what is said within this time, in milliseconds. */
    gather?: number;
    width?: number;
    random?: () => number;
}

interface Wish {
    kind: string;
    id: string;
    version: number;
    failures: number;
}

const GATHER = 40;
const WIDTH = 6;
const MOST_FAILURES = 5;

/**
 * Reads what has changed: many changes of one entity become one read, a few reads run at a time, and
 * a change that comes while its entity is being read leads to one more read.
 */
export class Refresher {
    private readonly it: Refreshing;
    private readonly wishes = new Map<string, Wish>();
    private readonly reading = new Set<string>();
    private readonly timers = new Set<ReturnType<typeof setTimeout>>();
    private gathering = false;
    private held = false;
    private stopped = false;

    constructor(it: Refreshing) {
        this.it = it;
    }

    want(kind: string, id: string, version = 0): void {
        this.wish({ kind, id, version, failures: 0 });
        if (!this.gathering) {
            this.gathering = true;
            this.later(this.it.gather ?? GATHER, () => {
                this.gathering = false;
                this.next();
            });
        }
    }

    /** Keeps wishes until {@link release}; used while everything is read anew. */
    hold(): void {
        this.held = true;
    }

    release(): void {
        this.held = false;
        this.next();
    }

    stop(): void {
        this.stopped = true;
        this.timers.forEach((timer) => clearTimeout(timer));
        this.wishes.clear();
    }

    private wish(wish: Wish): void {
        const key = `${wish.kind}:${wish.id}`;
        const before = this.wishes.get(key);
        this.wishes.set(key, { ...wish, version: Math.max(wish.version, before?.version ?? 0) });
    }

    private next(): void {
        if (this.held || this.stopped) {
            return;
        }
        for (const [key, wish] of this.wishes) {
            if (this.reading.size >= (this.it.width ?? WIDTH)) {
                return;
            }
            if (!this.reading.has(key)) {
                this.wishes.delete(key);
                void this.readOne(key, wish);
            }
        }
    }

    private async readOne(key: string, wish: Wish): Promise<void> {
        this.reading.add(key);
        try {
            await this.it.read(wish.kind, wish.id, wish.version);
        } catch (error) {
            if (this.it.passes(error) && wish.failures < MOST_FAILURES) {
                const pause = backoff(wish.failures, this.it.random);
                this.later(pause, () => {
                    this.wish({ ...wish, failures: wish.failures + 1 });
                    this.next();
                });
            }
        } finally {
            this.reading.delete(key);
            this.next();
        }
    }

    private later(pause: number, what: () => void): void {
        const timer = setTimeout(() => {
            this.timers.delete(timer);
            if (!this.stopped) {
                what();
            }
        }, pause);
        this.timers.add(timer);
    }
}
