import type { Maybe } from './types';

interface Use {
    resources: number;
    cpuCores: number;
    ramMB: number;
    diskGB: number;
    gpus: number;
    migSlices: number;
}

/** What would have become of a stretch of the past. */
export interface WhatIfAnswer {
    from: string;
    to: string;
    policy: string;
    requests: number;
    same: number;
    elsewhere: number;
    refused: number;
    nodes: { nodeId: string; was?: Maybe<Use>; wouldBe?: Maybe<Use> }[];
    outcomes: {
        at: string;
        what: 'create' | 'move' | 'claim';
        resourceId: string;
        name?: Maybe<string>;
        was?: Maybe<string>;
        wouldBe?: Maybe<string>;
        code?: Maybe<string>;
        reason?: Maybe<string>;
        refusedNodes?: Maybe<{ nodeId: string; code: string; reason: string }[]>;
    }[];
}
