/** Who is signed in, in this tab only: the token is gone when the tab is closed. */
export interface Session {
    token: string;
    username: string;
    expiresAt: number;
}

const KEY = 'aiwm.session';

export class Sessions {
    private readonly storage: Storage;
    private readonly listeners = new Set<() => void>();
    private session: Session | null;
    /** Why the last session ended, when nobody signed out. */
    private ended = false;

    constructor(storage: Storage = sessionStorage, now = Date.now()) {
        this.storage = storage;
        this.session = restored(storage, now);
    }

    readonly subscribe = (listener: () => void): (() => void) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    };

    readonly current = (): Session | null => this.session;

    get expired(): boolean {
        return this.ended;
    }

    begin(session: Session): void {
        this.ended = false;
        this.storage.setItem(KEY, JSON.stringify(session));
        this.change(session);
    }

    signOut(): void {
        this.ended = false;
        this.storage.removeItem(KEY);
        this.change(null);
    }

    /** Only the session that is meant: a late refusal of one before it says nothing of this. */
    expire(meant: Session): void {
        if (this.session?.token === meant.token) {
            this.ended = true;
            this.storage.removeItem(KEY);
            this.change(null);
        }
    }

    private change(session: Session | null): void {
        this.session = session;
        this.listeners.forEach((listener) => listener());
    }
}

function restored(storage: Storage, now: number): Session | null {
    try {
        const found = JSON.parse(storage.getItem(KEY) ?? 'null') as Partial<Session> | null;
        if (
            typeof found?.token === 'string' &&
            typeof found.username === 'string' &&
            typeof found.expiresAt === 'number' &&
            found.expiresAt > now
        ) {
            return { token: found.token, username: found.username, expiresAt: found.expiresAt };
        }
    } catch {
        // Something else under our key: as if nobody had signed in.
    }
    return null;
}
