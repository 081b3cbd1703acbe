import type { AllocationView, ExecutionView, NodeView, ResourceView } from '../api/types';

/** Everything this page knows of the fleet. Never changed in place. */
export interface Fleet {
    readonly nodes: ReadonlyMap<string, NodeView>;
    readonly resources: ReadonlyMap<string, ResourceView>;
    readonly executions: ReadonlyMap<string, ExecutionView>;
    /** The ledgers, by node. */
    readonly allocations: ReadonlyMap<string, readonly AllocationView[]>;
}

export const EMPTY_FLEET: Fleet = {
    nodes: new Map(),
    resources: new Map(),
    executions: new Map(),
    allocations: new Map(),
};

export type Change =
    | {
          type: 'all-read';
          nodes: NodeView[];
          resources: ResourceView[];
          executions: ExecutionView[];
      }
    | { type: 'nodes-read'; nodes: NodeView[] }
    | { type: 'resource-read'; resource: ResourceView }
    | { type: 'resource-gone'; id: string }
    | { type: 'node-gone'; id: string }
    | { type: 'execution-read'; execution: ExecutionView }
    | { type: 'allocations-read'; nodeId: string; allocations: readonly AllocationView[] };

/** What is known after a change. An answer older than what is known already changes nothing. */
export function reduce(fleet: Fleet, change: Change): Fleet {
    return reduceAll(fleet, [change]);
}

/** The same for many at once: what they change of a fleet of thousands is copied once. */
export function reduceAll(fleet: Fleet, changes: readonly Change[]): Fleet {
    const draft = new Draft(fleet);
    changes.forEach((change) => draft.take(change));
    return draft.done();
}

type Maps = { -readonly [Name in keyof Fleet]: Map<string, EntryOf<Fleet[Name]>> };
type EntryOf<M> = M extends ReadonlyMap<string, infer Entry> ? Entry : never;

/** Copies each of the maps before it changes it for the first time. */
class Draft {
    private fleet: Fleet;
    private readonly copies: Partial<Maps> = {};
    private readonly executionsRead = new Set<string>();

    constructor(fleet: Fleet) {
        this.fleet = fleet;
    }

    take(change: Change): void {
        switch (change.type) {
            case 'all-read':
                this.allRead(change.nodes, change.resources, change.executions);
                return;
            case 'nodes-read':
                change.nodes.forEach((node) => this.nodeRead(node));
                return;
            case 'resource-read':
                this.resourceRead(change.resource);
                return;
            case 'resource-gone':
                this.forget('resources', change.id);
                return;
            case 'node-gone':
                this.forget('nodes', change.id);
                this.forget('allocations', change.id);
                return;
            case 'execution-read':
                this.executionRead(change.execution);
                return;
            case 'allocations-read':
                this.copy('allocations').set(change.nodeId, change.allocations);
                return;
        }
    }

    done(): Fleet {
        if (this.executionsRead.size > 0) {
            this.forgetExecutions();
        }
        return this.fleet;
    }

    private copy<Name extends keyof Fleet>(name: Name): Maps[Name] {
        const known = this.copies[name] as Maps[Name] | undefined;
        if (known !== undefined) {
            return known;
        }
        const copy = new Map(this.fleet[name] as ReadonlyMap<string, never>) as Maps[Name];
        (this.copies as Maps)[name] = copy;
        this.fleet = { ...this.fleet, [name]: copy };
        return copy;
    }

    private forget(name: keyof Fleet, id: string): void {
        if (this.fleet[name].has(id)) {
            this.copy(name).delete(id);
        }
    }

    private allRead(
        nodes: NodeView[],
        resources: ResourceView[],
        executions: ExecutionView[],
    ): void {
        const present = nodes.filter((node) => node.status !== 'removed');
        const ids = new Set(present.map((node) => node.nodeId));
        const { fleet } = this;
        this.copies.nodes = byId(present, (node) => node.nodeId, fleet.nodes);
        this.copies.resources = byId(
            resources.filter((resource) => resource.status !== 'deleted'),
            (resource) => resource._id,
            fleet.resources,
        );
        this.copies.executions = byId(executions, (it) => it.executionId, fleet.executions);
        this.copies.allocations = new Map(
            [...fleet.allocations].filter(([nodeId]) => ids.has(nodeId)),
        );
        this.fleet = { ...fleet, ...this.copies };
    }

    private nodeRead(node: NodeView): void {
        const before = this.fleet.nodes.get(node.nodeId);
        if (node.status === 'removed') {
            this.forget('nodes', node.nodeId);
        } else if (before === undefined || before.version <= node.version) {
            // The same version may carry a later heartbeat: that is no event.
            this.copy('nodes').set(node.nodeId, node);
        }
    }

    private resourceRead(resource: ResourceView): void {
        const before = this.fleet.resources.get(resource._id);
        if (before !== undefined && before.version > resource.version) {
            return;
        }
        if (resource.status === 'deleted') {
            this.forget('resources', resource._id);
        } else {
            this.copy('resources').set(resource._id, resource);
        }
    }

    private executionRead(execution: ExecutionView): void {
        const before = this.fleet.executions.get(execution.executionId);
        if (before === undefined || before.version <= execution.version) {
            this.copy('executions').set(execution.executionId, execution);
            this.executionsRead.add(execution.executionId);
        }
    }

    /** One that has ended is forgotten when its resource has moved on to another. */
    private forgetExecutions(): void {
        for (const [id, known] of this.fleet.executions) {
            const current = this.fleet.resources.get(known.resourceId ?? '')?.executionId;
            if (known.done && !this.executionsRead.has(id) && id !== current) {
                this.forget('executions', id);
            }
        }
    }
}

/** Only what was listed stays; where the known one is newer, or the same, it is kept. */
function byId<T extends { version: number }>(
    items: T[],
    id: (item: T) => string,
    known: ReadonlyMap<string, T>,
): Map<string, T> {
    return new Map(
        items.map((item) => {
            const before = known.get(id(item));
            return [
                id(item),
                before !== undefined && before.version >= item.version ? before : item,
            ];
        }),
    );
}
