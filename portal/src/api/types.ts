/** The views of the API that this page reads. An absent value may be left out or null. */

export type Maybe<T> = T | null | undefined;

export type ResourceStatus =
    | 'queued'
    | 'deploying'
    | 'running'
    | 'paused'
    | 'stopping'
    | 'stopped'
    | 'starting'
    | 'restarting'
    | 'failed'
    | 'deleting'
    | 'deleted'
    | 'unknown';

export type ResourceType =
    'inference-container' | 'application-container' | 'virtual-machine' | 'unknown';

export type WantedState = 'running' | 'paused' | 'stopped' | 'deleted' | 'unknown';
export type ResourceAction =
    | 'create'
    | 'start'
    | 'stop'
    | 'restart'
    | 'pause'
    | 'resume'
    | 'resize'
    | 'snapshot'
    | 'restore-snapshot'
    | 'delete-snapshot'
    | 'delete'
    | 'custom'
    | 'unknown';
export type NodeStatus = 'pending' | 'online' | 'offline' | 'error' | 'removed' | 'unknown';

export type ExecutionStatus =
    'running' | 'compensating' | 'succeeded' | 'failed' | 'cancelled' | 'unknown';

export type StepStatus =
    | 'pending'
    | 'dispatched'
    | 'acknowledged'
    | 'waiting-retry'
    | 'succeeded'
    | 'failed'
    | 'skipped'
    | 'compensating'
    | 'compensated'
    | 'compensation-failed'
    | 'unknown';

export interface Page<T> {
    items: T[];
    total: number;
    page: number;
    limit: number;
    nextCursor?: Maybe<string>;
}

export interface Failure {
    code: string;
    message: string;
    at: string;
}

export interface MigSlice {
    gpuId: string;
    instanceId: string;
    profile: string;
}

export interface Claims {
    cpuCores: number;
    ramMB: number;
    diskGB: number;
    gpuIds: string[];
    migSlices: MigSlice[];
    staticIps: { vlanId: number; address: string }[];
    hostPorts: { protocol: string; address?: Maybe<string>; port: number }[];
}

export interface Runtime {
    id: string;
    endpoint?: Maybe<string>;
    allocatedGPU: string[];
    allocatedCPU: number;
    allocatedRAM: number;
    startedAt?: Maybe<string>;
}

export interface Divergence {
    wanted: WantedState;
    actual: ResourceStatus;
    since: string;
}

export interface Observation {
    state: string;
    exitCode?: Maybe<number>;
    message?: Maybe<string>;
    at: string;
}

export interface PlacementDecision {
    nodeId: string;
    named: boolean;
    score: number;
    considered: number;
    refused: { nodeId: string; code: string; reason: string }[];
    strategy?: Maybe<string>;
}

export interface ResourceView {
    _id: string;
    name: string;
    description?: Maybe<string>;
    resourceType: ResourceType;
    nodeId: string;
    status: ResourceStatus;
    config: Record<string, unknown>;
    runtime?: Maybe<Runtime>;
    labels?: Maybe<Record<string, string>>;
    wantedStatus?: Maybe<WantedState>;
    observed?: Maybe<Observation>;
    divergence?: Maybe<Divergence>;
    executionId?: Maybe<string>;
    failure?: Maybe<Failure>;
    claims?: Maybe<Claims>;
    placement?: Maybe<PlacementDecision>;
    allowedActions: ResourceAction[];
    simulated: boolean;
    generation: number;
    version: number;
    createdAt: string;
    updatedAt: string;
    deletedAt?: Maybe<string>;
}

export interface MigInstance {
    instanceId: string;
    profile: string;
    memoryMB: number;
}

export interface GpuDevice {
    deviceId: string;
    model: string;
    memoryTotal: number;
    migEnabled: boolean;
    migInstances: MigInstance[];
}

export interface LedgerTotals {
    cpuCores: number;
    cpuAllocatable: number;
    cpuClaimed: number;
    ramMB: number;
    ramClaimedMB: number;
    diskGB: number;
    diskClaimedGB: number;
    gpus: number;
    gpusClaimed: number;
    migSlices: number;
    migSlicesClaimed: number;
}

export interface NodeView {
    nodeId: string;
    name: string;
    description?: Maybe<string>;
    labels?: Maybe<Record<string, string>>;
    status: NodeStatus;
    fenced: boolean;
    fenceReason?: Maybe<string>;
    fencedAt?: Maybe<string>;
    cordoned: boolean;
    cordonReason?: Maybe<string>;
    simulated: boolean;
    hostname?: Maybe<string>;
    ipAddress?: Maybe<string>;
    os?: Maybe<{ name: string; version?: Maybe<string> }>;
    cpuModel?: Maybe<string>;
    cpuOvercommit: number;
    gpuDevices: GpuDevice[];
    engines: string[];
    agentVersion?: Maybe<string>;
    capacity: LedgerTotals;
    lastHeartbeat?: Maybe<string>;
    connectedAt?: Maybe<string>;
    tokenMetadata?: Maybe<{
        description?: Maybe<string>;
        lastGenerated?: Maybe<string>;
        expiresAt?: Maybe<string>;
    }>;
    version: number;
    createdAt: string;
    updatedAt: string;
}

export interface AllocationView {
    resourceId: string;
    resourceName?: Maybe<string>;
    confirmed: boolean;
    claims: Claims;
    since: string;
    expiresAt?: Maybe<string>;
}

/** One time that a step was given to its node. */
export interface StepAttempt {
    round: number;
    attempt: number;
    /** It undid the step. */
    compensation: boolean;
    queuedAt?: Maybe<string>;
    sentAt?: Maybe<string>;
    acknowledgedAt?: Maybe<string>;
    finishedAt?: Maybe<string>;
    failure?: Maybe<Failure>;
}

export interface StepView {
    index: number;
    name: string;
    nodeId: string;
    action: string;
    dependsOn: string[];
    optional: boolean;
    status: StepStatus;
    attempt: number;
    maxRetries: number;
    progress: number;
    message?: Maybe<string>;
    failure?: Maybe<Failure>;
    dispatchedAt?: Maybe<string>;
    acknowledgedAt?: Maybe<string>;
    endedAt?: Maybe<string>;
    dueAt?: Maybe<string>;
    waitingFor?: Maybe<
        'dependencies' | 'resume' | 'retry' | 'node' | 'turn' | 'acknowledgement' | 'unknown'
    >;
    /** Why an operator decided how it ended. */
    recovered?: Maybe<string>;
    attempts?: Maybe<StepAttempt[]>;
}

/** The steps with all their attempts. */
export interface StepsView {
    items: StepView[];
}

export interface ExecutionView {
    executionId: string;
    name: string;
    action: ResourceAction;
    /** Absent when its steps were chosen by a user. */
    resourceId?: Maybe<string>;
    status: ExecutionStatus;
    progress: number;
    done: boolean;
    steps: StepView[];
    error?: Maybe<Failure>;
    cancelRequested: boolean;
    paused?: Maybe<boolean>;
    pauseReason?: Maybe<string>;
    startedAt: string;
    timeoutAt: string;
    endedAt?: Maybe<string>;
    updatedAt: string;
    version: number;
}

export interface ActionAnswer {
    message: string;
    resourceId?: Maybe<string>;
    executionId?: Maybe<string>;
}

export interface Figures {
    cpu?: Maybe<{ cores?: Maybe<number>; usagePercent?: Maybe<number> }>;
    memory?: Maybe<{
        totalMB?: Maybe<number>;
        usedMB?: Maybe<number>;
        usagePercent?: Maybe<number>;
    }>;
    disk?: Maybe<{ totalGB?: Maybe<number>; usedGB?: Maybe<number> }>;
    gpu?: Maybe<{
        enabled: boolean;
        deviceId?: Maybe<string>;
        usagePercent?: Maybe<number>;
        memoryUsedMB?: Maybe<number>;
        memoryTotalMB?: Maybe<number>;
    }>;
    network?: Maybe<{ rxBytes?: Maybe<number>; txBytes?: Maybe<number> }>;
}

export interface ResourceMetrics {
    timestamp: string;
    metrics: Figures;
    note?: Maybe<string>;
}

export interface TelemetryPoint {
    at: string;
    values: Record<string, number>;
}

export interface MetricsHistoryView {
    from: string;
    to: string;
    stepSeconds: number;
    points: TelemetryPoint[];
}

export interface LogEntry {
    timestamp?: Maybe<string>;
    level?: Maybe<string>;
    stream?: Maybe<'stdout' | 'stderr' | 'console'>;
    message: string;
}

export interface LogsAnswer {
    logs: LogEntry[];
    note?: Maybe<string>;
}

export interface TicketAnswer {
    url: string;
    type: 'vnc' | 'serial' | 'terminal';
    password?: Maybe<string>;
    expiresAt: string;
}

export interface SnapshotView {
    id: string;
    name: string;
    description?: Maybe<string>;
    status: 'creating' | 'ready' | 'restoring' | 'deleting' | 'unknown';
    consistency?: Maybe<'offline' | 'memory' | 'crash-consistent' | 'agent-frozen' | 'unknown'>;
    diskSizeGB?: Maybe<number>;
    memorySizeMB?: Maybe<number>;
    parent?: Maybe<string>;
    /** Not told before it has been taken. */
    createdAt?: Maybe<string>;
}

export interface SnapshotsView {
    resourceId: string;
    snapshots: SnapshotView[];
}

export interface NodeToken {
    token: string;
    tokenId: string;
    nodeId: string;
    expiresAt: string;
}

export interface RebuildView {
    progress?: Maybe<number>;
    eventsLeft?: Maybe<number>;
    requestedAt: string;
    requestedBy?: Maybe<string>;
    error?: Maybe<string>;
}

export interface ProjectionView {
    name: string;
    side: 'query' | 'command';
    state: 'live' | 'rebuilding' | 'faulty';
    version: number;
    generation: number;
    lag?: Maybe<number>;
    handledEvents: number;
    lastRebuiltAt?: Maybe<string>;
    error?: Maybe<string>;
    rebuild?: Maybe<RebuildView>;
}

export interface DeadLetterView {
    id: string;
    processor: string;
    eventType: string;
    aggregateId: string;
    status: 'failed' | 'waiting';
    attempts: number;
    cause?: Maybe<string>;
    parkedAt: string;
    waitsFor?: Maybe<string>;
}

export interface DeadLettersView {
    items: DeadLetterView[];
    total: number;
}

export interface FieldChange {
    /** A JSON pointer into the entity. */
    field: string;
    before?: unknown;
    after?: unknown;
}

/** One event of the log, as an audit shows it. */
export interface TrailEntry {
    eventId: string;
    position: string;
    timestamp: string;
    entity: string;
    id: string;
    type: string;
    version: number;
    actor?: Maybe<string>;
    actorName?: Maybe<string>;
    origin?: Maybe<string>;
    reason?: Maybe<string>;
    correlationId?: Maybe<string>;
    causationId?: Maybe<string>;
    changes?: Maybe<FieldChange[]>;
}

export interface TrailPage {
    items: TrailEntry[];
    nextCursor?: Maybe<string>;
    previousCursor?: Maybe<string>;
}

export interface DiffView {
    from: string;
    to: string;
    changes: (FieldChange & { by?: Maybe<TrailEntry> })[];
}

export interface Verification {
    intact: boolean;
    events: number;
    checkpoints: number;
    linkedTo: number;
    sealedTo: number;
    finding?: Maybe<{
        kind: string;
        position: number;
        eventId?: Maybe<string>;
        explanation: string;
    }>;
}

export interface InvariantsView {
    hold: boolean;
    nodes: number;
    ledgerChanges: number;
    positions: number;
    firstViolation?: Maybe<{
        rule: string;
        explanation: string;
        position: string;
        at: string;
        nodeId: string;
    }>;
}

/** What nothing that is known of will ever change. */
export interface PresentView {
    hold: boolean;
    executions: number;
    claims: number;
    resources: number;
    violations: {
        rule: string;
        id: string;
        nodeId?: Maybe<string>;
        since: string;
        explanation: string;
    }[];
}

export interface NodeContainersView {
    items: {
        id: string;
        name: string;
        image: string;
        state: string;
        managed: boolean;
        resourceId?: Maybe<string>;
    }[];
}

export interface ProjectionCheckView {
    name: string;
    same: boolean;
    documents: number;
    differing: number;
}

/** The whole fleet at one place of the log. */
export interface FleetView {
    position: string;
    timestamp?: Maybe<string>;
    nodes: { node: NodeView; allocations: AllocationView[] }[];
    resources: { total: number };
}

export interface FleetDiffView {
    from: string;
    to: string;
    items: (DiffView & { entity: string; id: string })[];
    nextCursor?: Maybe<string>;
}

export interface Cause {
    id: string;
    kind: string;
    type?: Maybe<string>;
    at?: Maybe<string>;
    entity?: Maybe<string>;
    entityId?: Maybe<string>;
    actor?: Maybe<string>;
    origin?: Maybe<string>;
}

/** What led to what. */
export interface CausesView {
    id: string;
    nodes: Cause[];
    edges: { from: string; to: string }[];
    truncated: boolean;
}
