import type { Failure, Maybe, ResourceStatus } from './types';

/** Something that is done to resources, as the API takes it. */
export type ResourceTask =
    | { action: 'start' | 'pause' | 'resume' }
    | {
          action: 'stop' | 'restart';
          gracePeriodSeconds?: Maybe<number>;
          force?: Maybe<boolean>;
      }
    | { action: 'snapshot'; name?: Maybe<string>; description?: Maybe<string> }
    | { action: 'delete-snapshot'; snapshotId?: Maybe<string> }
    | { action: 'delete'; force?: Maybe<boolean> };

/** Every one that is given must match. */
export interface ResourceFilter {
    label?: Maybe<string[]>;
    name?: Maybe<string>;
    nodeId?: Maybe<string>;
    owner?: Maybe<string>;
    resourceType?: Maybe<string>;
    status?: Maybe<string[]>;
}

export type BulkItemStatus =
    | 'waiting'
    | 'running'
    | 'succeeded'
    | 'unchanged'
    | 'refused'
    | 'failed'
    | 'cancelled'
    | 'unknown';

export interface BulkItem {
    resourceId: string;
    name?: Maybe<string>;
    status: BulkItemStatus;
    executionId?: Maybe<string>;
    error?: Maybe<Failure>;
    startedAt?: Maybe<string>;
    endedAt?: Maybe<string>;
}

export interface BulkView {
    bulkId: string;
    operation: ResourceTask;
    filter?: Maybe<ResourceFilter>;
    scheduleId?: Maybe<string>;
    parallelism: number;
    status: 'running' | 'cancelling' | 'succeeded' | 'failed' | 'cancelled' | 'unknown';
    cancelReason?: Maybe<string>;
    done: boolean;
    progress: number;
    counts: {
        total: number;
        waiting: number;
        running: number;
        succeeded: number;
        unchanged: number;
        failed: number;
        refused: number;
        cancelled: number;
    };
    items: BulkItem[];
    startedAt: string;
    endedAt?: Maybe<string>;
    version: number;
}

/** What a bulk operation would be done to. */
export interface BulkPlan {
    total: number;
    items: {
        resourceId: string;
        name?: Maybe<string>;
        status: ResourceStatus;
        allowed: boolean;
    }[];
}
