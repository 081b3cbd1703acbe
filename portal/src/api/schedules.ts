import type { ResourceFilter, ResourceTask } from './bulk';
import type { Failure, Maybe } from './types';

export type Timing =
    | { type: 'once'; at: string }
    | { type: 'after'; seconds: number }
    | { type: 'cron'; expression: string; timeZone?: Maybe<string> };

export type MissedRuns = 'skip' | 'run-once' | 'run-all' | 'unknown';

export interface Retention {
    keep?: Maybe<number>;
    maxAgeSeconds?: Maybe<number>;
}

export interface ScheduleRunView {
    outcome:
        'running' | 'succeeded' | 'failed' | 'cancelled' | 'refused' | 'missed' | 'unknown';
    trigger: 'time' | 'user' | 'unknown';
    /** When it was due. */
    occurrence?: Maybe<string>;
    startedAt?: Maybe<string>;
    endedAt?: Maybe<string>;
    missed?: Maybe<number>;
    bulkId?: Maybe<string>;
    executionId?: Maybe<string>;
    error?: Maybe<Failure>;
}

export interface ScheduleRunsView {
    items: ScheduleRunView[];
}

export interface ScheduleView {
    scheduleId: string;
    name: string;
    resourceId?: Maybe<string>;
    filter?: Maybe<ResourceFilter>;
    operation: ResourceTask;
    timing: Timing;
    missedRuns: MissedRuns;
    retention?: Maybe<Retention>;
    parallelism: number;
    enabled: boolean;
    status: 'active' | 'suspended' | 'completed' | 'deleted' | 'unknown';
    suspendedBecause?: Maybe<string>;
    /** The times to come, as many as were asked for. */
    next: string[];
    /** Due, but held up by the run before. */
    waiting?: Maybe<string[]>;
    running?: Maybe<string>;
    lastRun?: Maybe<ScheduleRunView>;
    snapshots?: Maybe<{ resourceId: string; snapshotId: string; takenAt: string }[]>;
    version: number;
    createdAt: string;
}
