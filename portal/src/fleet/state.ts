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
    switch (change.type) {
        case 'all-read':
            return allRead(fleet, change.nodes, change.resources, change.executions);
        case 'nodes-read':
            return { ...fleet, nodes: mergedNodes(fleet.nodes, change.nodes) };
        case 'resource-read':
            return resourceRead(fleet, change.resource);
        case 'resource-gone':
            return { ...fleet, resources: without(fleet.resources, change.id) };
        case 'node-gone':
            return {
                ...fleet,
                nodes: without(fleet.nodes, change.id),
                allocations: without(fleet.allocations, change.id),
            };
        case 'execution-read':
            return executionRead(fleet, change.execution);
        case 'allocations-read':
            return {
                ...fleet,
                allocations: new Map(fleet.allocations).set(change.nodeId, change.allocations),
            };
    }
}

function allRead(
    fleet: Fleet,
    nodes: NodeView[],
    resources: ResourceView[],
    executions: ExecutionView[],
): Fleet {
    const present = nodes.filter((node) => node.status !== 'removed');
    const ids = new Set(present.map((node) => node.nodeId));
    return {
        nodes: byId(present, (node) => node.nodeId, fleet.nodes),
        resources: byId(
            resources.filter((resource) => resource.status !== 'deleted'),
            (resource) => resource._id,
            fleet.resources,
        ),
        executions: byId(executions, (execution) => execution.executionId, fleet.executions),
        allocations: new Map([...fleet.allocations].filter(([nodeId]) => ids.has(nodeId))),
    };
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

function mergedNodes(
    known: ReadonlyMap<string, NodeView>,
    nodes: NodeView[],
): Map<string, NodeView> {
    const merged = new Map(known);
    for (const node of nodes) {
        const before = merged.get(node.nodeId);
        if (node.status === 'removed') {
            merged.delete(node.nodeId);
        } else if (before === undefined || before.version <= node.version) {
            // The same version may carry a later heartbeat: that is no event.
            merged.set(node.nodeId, node);
        }
    }
    return merged;
}

function resourceRead(fleet: Fleet, resource: ResourceView): Fleet {
    const before = fleet.resources.get(resource._id);
    if (before !== undefined && before.version > resource.version) {
        return fleet;
    }
    if (resource.status === 'deleted') {
        return { ...fleet, resources: without(fleet.resources, resource._id) };
    }
    return { ...fleet, resources: new Map(fleet.resources).set(resource._id, resource) };
}

/** An execution that has ended is forgotten when its resource has moved on to another. */
function executionRead(fleet: Fleet, execution: ExecutionView): Fleet {
    const before = fleet.executions.get(execution.executionId);
    if (before !== undefined && before.version > execution.version) {
        return fleet;
    }
    const executions = new Map(fleet.executions).set(execution.executionId, execution);
    for (const [id, known] of executions) {
        const current = fleet.resources.get(known.resourceId ?? '')?.executionId;
        if (known.done && id !== execution.executionId && id !== current) {
            executions.delete(id);
        }
    }
    return { ...fleet, executions };
}

function without<T>(map: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
    if (!map.has(id)) {
        return map;
    }
    const rest = new Map(map);
    rest.delete(id);
    return rest;
}
