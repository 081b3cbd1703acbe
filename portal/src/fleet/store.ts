import type { Api } from '../api/client';
import { type Problem, ProblemError, problemOf } from '../api/problem';
import type { StreamEvent } from '../live/eventStream';
import { type Following, type Link, follow } from '../live/follow';
import { Refresher } from '../live/refresher';
import { giveHues } from './hues';
import { type Change, EMPTY_FLEET, type Fleet, reduceAll } from './state';

export interface Picture {
    fleet: Fleet;
    /** Everything has been read at least once. */
    loaded: boolean;
    /** Why the last attempt to read everything failed. */
    problem: Problem | null;
    link: Link;
}

/** How long to wait for the stream to open before the fleet is shown without it, in milliseconds. */
const PATIENCE = 2_000;
/** Heartbeats are no events: they are looked up now and then. */
const HEARTBEATS = 30_000;
const LEDGERS_AT_ONCE = 4;
/** What is heard within so many milliseconds after something was shown is shown together. */
const TOGETHER = 120;

/** Keeps the picture of the fleet current: reads all once, then what the stream says has changed. */
export class FleetStore {
    private readonly api: Api;
    private refresher: Refresher;
    private readonly listeners = new Set<() => void>();
    private readonly changeListeners = new Set<(change: EntityChange) => void>();
    private readonly missedListeners = new Set<() => void>();
    private readonly timers: ReturnType<typeof setInterval>[] = [];
    private following: Following | null = null;
    private stopping = new AbortController();
    private reading = 0;
    private unshown: Change[] = [];
    private pause: ReturnType<typeof setTimeout> | undefined;
    private picture: Picture = {
        fleet: EMPTY_FLEET,
        loaded: false,
        problem: null,
        link: { state: 'connecting', since: null },
    };

    constructor(api: Api) {
        this.api = api;
        this.refresher = this.newRefresher();
    }

    readonly subscribe = (listener: () => void): (() => void) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    };

    readonly current = (): Picture => this.picture;

    /** Calls whenever something of any kind is said to have changed. */
    readonly onChange = (listener: (change: EntityChange) => void): (() => void) => {
        this.changeListeners.add(listener);
        return () => this.changeListeners.delete(listener);
    };

    /** Calls when more may have changed than was said: the stream was away for too long. */
    readonly onMissed = (listener: () => void): (() => void) => {
        this.missedListeners.add(listener);
        return () => this.missedListeners.delete(listener);
    };

    start(): void {
        this.stopping = new AbortController();
        this.refresher = this.newRefresher();
        this.following = follow({
            open: (after, signal) => this.api.stream(after, signal),
            onOpen: (resumed) => {
                if (!resumed || !this.picture.loaded) {
                    void this.readAll();
                    this.missedListeners.forEach((listener) => listener());
                }
            },
            onEvent: (event) => this.heard(event),
            onLink: (link) => this.show({ link }),
            onFailure: () => {
                if (!this.picture.loaded) {
                    void this.readAll();
                }
            },
        });
        this.timers.push(
            setInterval(() => void this.readHeartbeats(), HEARTBEATS),
            setTimeout(() => {
                if (!this.picture.loaded && this.reading === 0) {
                    void this.readAll();
                }
            }, PATIENCE),
        );
    }

    stop(): void {
        this.following?.stop();
        this.refresher.stop();
        this.stopping.abort();
        this.timers.forEach((timer) => clearInterval(timer));
        clearTimeout(this.pause);
        this.pause = undefined;
    }

    /** Nobody looks: the connection is left to other pages, of which a browser grants few. */
    readonly rest = (resting: boolean): void => {
        this.following?.rest(resting);
    };

    readonly reconnect = (): void => {
        this.following?.retryNow();
    };

    /** Something is known to have changed, or is wanted for the first time. */
    readonly look = (kind: 'resource' | 'execution' | 'node', id: string): void => {
        this.refresher.want(kind, id);
    };

    readonly readAll = async (): Promise<void> => {
        this.reading++;
        this.refresher.hold();
        const { signal } = this.stopping;
        try {
            const [nodes, resources, executions] = await Promise.all([
                this.api.nodes(signal),
                this.api.resources(signal),
                this.api.executionsUnderWay(signal),
            ]);
            giveHues(resources.map((resource) => resource._id));
            this.unshown.push({ type: 'all-read', nodes, resources, executions });
            this.show({ ...this.unshownFleet(), loaded: true, problem: null });
            void this.readLedgers(nodes.map((node) => node.nodeId));
        } catch (error) {
            if (!signal.aborted) {
                this.show({ problem: problemOf(error) });
            }
        } finally {
            this.reading--;
            if (this.reading === 0) {
                this.refresher.release();
            }
        }
    };

    private newRefresher(): Refresher {
        return new Refresher({
            read: (kind, id, version) => this.refresh(kind, id, version),
            passes: (error) => error instanceof ProblemError && error.passes,
        });
    }

    private heard(event: StreamEvent): void {
        const change = changeIn(event);
        if (change !== null) {
            if (PICTURED.has(change.entity)) {
                this.refresher.want(change.entity, change.id, change.version);
            }
            this.changeListeners.forEach((listener) => listener(change));
        }
    }

    private async refresh(kind: string, id: string, version: number): Promise<void> {
        const minVersion = version > 0 ? version : undefined;
        try {
            if (kind === 'resource') {
                const resource = await this.api.resource(id, minVersion);
                this.apply({ type: 'resource-read', resource });
            } else if (kind === 'execution') {
                const execution = await this.api.execution(id, minVersion);
                this.apply({ type: 'execution-read', execution });
            } else {
                const [node, allocations] = await Promise.all([
                    this.api.node(id, minVersion),
                    this.api.allocations(id, minVersion),
                ]);
                this.apply(
                    { type: 'nodes-read', nodes: [node] },
                    { type: 'allocations-read', nodeId: id, allocations },
                );
            }
        } catch (error) {
            if (!(error instanceof ProblemError && error.problem.status === 404)) {
                throw error;
            }
            if (kind !== 'execution') {
                this.apply({ type: kind === 'resource' ? 'resource-gone' : 'node-gone', id });
            }
        }
    }

    private async readLedgers(nodeIds: string[]): Promise<void> {
        const waiting = [...nodeIds];
        const worker = async (): Promise<void> => {
            for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
                await this.readLedger(id).catch(() => undefined);
            }
        };
        await Promise.all(Array.from({ length: LEDGERS_AT_ONCE }, worker));
    }

    private async readLedger(nodeId: string): Promise<void> {
        const allocations = await this.api.allocations(nodeId);
        if (this.picture.fleet.nodes.has(nodeId)) {
            this.apply({ type: 'allocations-read', nodeId, allocations });
        }
    }

    private async readHeartbeats(): Promise<void> {
        if (document.visibilityState === 'hidden' || !this.picture.loaded) {
            return;
        }
        try {
            this.apply({ type: 'nodes-read', nodes: await this.api.nodes(this.stopping.signal) });
        } catch {
            // The state of the connection is shown already; the next turn tries again.
        }
    }

    /** The first change shows at once; what follows closely is gathered, however much it is. */
    private apply(...changes: Change[]): void {
        this.unshown.push(...changes);
        if (this.pause === undefined) {
            this.showUnshown();
        }
    }

    private showUnshown(): void {
        this.pause = undefined;
        if (this.unshown.length > 0) {
            this.show(this.unshownFleet());
            this.pause = setTimeout(() => this.showUnshown(), TOGETHER);
        }
    }

    private unshownFleet(): Pick<Picture, 'fleet'> {
        const fleet = reduceAll(this.picture.fleet, this.unshown);
        this.unshown = [];
        return { fleet };
    }

    private show(part: Partial<Picture>): void {
        if (this.stopping.signal.aborted) {
            return;
        }
        this.picture = { ...this.picture, ...part };
        this.listeners.forEach((listener) => listener());
    }
}

export interface EntityChange {
    entity: string;
    id: string;
    version: number;
}

/** What the picture of the fleet is made of. */
const PICTURED = new Set(['resource', 'node', 'execution']);
const ENTITIES = new Set([...PICTURED, 'bulk-operation', 'schedule']);

/** What a message of the stream says has changed; null for what this page does not show. */
export function changeIn(event: StreamEvent): EntityChange | null {
    let said: { entity?: unknown; id?: unknown; version?: unknown } | null;
    try {
        said = JSON.parse(event.data) as typeof said;
    } catch {
        return null;
    }
    if (said === null || typeof said.entity !== 'string' || typeof said.id !== 'string') {
        return null;
    }
    const version = typeof said.version === 'number' ? said.version : 0;
    return ENTITIES.has(said.entity) ? { entity: said.entity, id: said.id, version } : null;
}
