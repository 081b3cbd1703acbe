/**
 * Holds the types that this page reads against the committed description of the API (docs/openapi.json): a field that is
 * gone or changed its kind, or a word that is new, does not compile. What may be absent the description does not tell.
 */
import type { components } from '../../target/openapi';
import type { BulkPlan, BulkView } from './bulk';
import type { ScheduleRunsView, ScheduleView } from './schedules';
import type {
    ActionAnswer,
    AllocationView,
    CausesView,
    DeadLettersView,
    DiffView,
    ExecutionView,
    FleetDiffView,
    FleetView,
    InvariantsView,
    LogsAnswer,
    MetricsHistoryView,
    NodeContainersView,
    NodeToken,
    NodeView,
    Page,
    PresentView,
    ProjectionCheckView,
    ProjectionView,
    ResourceMetrics,
    ResourceView,
    SnapshotsView,
    StepView,
    StepsView,
    TicketAnswer,
    TrailPage,
    Verification,
} from './types';

import type { WhatIfAnswer } from './whatIf';

type Described = components['schemas'];

type Whole<T> = T extends readonly (infer Item)[]
    ? Whole<Item>[]
    : T extends object
      ? { [Name in keyof T]-?: Whole<NonNullable<T[Name]>> }
      : T;

type Agrees<Answer, Read> = Whole<Answer> extends Whole<Read> ? true : keyof Read;

type Contract<Checked extends Record<string, true>> = Checked;

export type Checked = Contract<{
    action: Agrees<Described['ActionAnswer'], ActionAnswer>;
    allocation: Agrees<Described['AllocationView'], AllocationView>;
    bulk: Agrees<Described['BulkView'], BulkView>;
    bulkPlan: Agrees<Described['BulkPlan'], BulkPlan>;
    causes: Agrees<Described['CausesView'], CausesView>;
    deadLetters: Agrees<Described['DeadLettersView'], DeadLettersView>;
    diff: Agrees<Described['DiffView'], DiffView>;
    execution: Agrees<Described['ExecutionView'], ExecutionView>;
    executions: Agrees<Described['PageExecutionView'], Page<ExecutionView>>;
    fleet: Agrees<Described['FleetView'], FleetView>;
    fleetDiff: Agrees<Described['FleetDiffView'], FleetDiffView>;
    history: Agrees<Described['MetricsHistoryView'], MetricsHistoryView>;
    invariants: Agrees<Described['InvariantsView'], InvariantsView>;
    logs: Agrees<Described['LogsAnswer'], LogsAnswer>;
    metrics: Agrees<Described['ResourceMetrics'], ResourceMetrics>;
    node: Agrees<Described['NodeView'], NodeView>;
    nodes: Agrees<Described['PageNodeView'], Page<NodeView>>;
    nodeContainers: Agrees<Described['NodeContainersView'], NodeContainersView>;
    nodeToken: Agrees<Described['NodeToken'], NodeToken>;
    present: Agrees<Described['PresentView'], PresentView>;
    projectionCheck: Agrees<Described['ProjectionCheckView'], ProjectionCheckView>;
    projection: Agrees<Described['ProjectionView'], ProjectionView>;
    resource: Agrees<Described['ResourceView'], ResourceView>;
    resources: Agrees<Described['PageResourceView'], Page<ResourceView>>;
    schedule: Agrees<Described['ScheduleView'], ScheduleView>;
    scheduleRuns: Agrees<Described['ScheduleRunsView'], ScheduleRunsView>;
    snapshots: Agrees<Described['SnapshotsView'], SnapshotsView>;
    step: Agrees<Described['StepView'], StepView>;
    steps: Agrees<Described['StepsView'], StepsView>;
    ticket: Agrees<Described['TicketAnswer'], TicketAnswer>;
    trail: Agrees<Described['TrailPage'], TrailPage>;
    whatIf: Agrees<Described['WhatIfAnswer'], WhatIfAnswer>;
    verification: Agrees<Described['Verification'], Verification>;
}>;
