import { useState } from 'react';
import type { Problem } from '../api/problem';
import type { MetricsHistoryView } from '../api/types';
import { useApp } from '../app';
import { useEvery, useRead } from '../ui/read';
import { RANGES, type Range } from './series';

export interface History {
    view: MetricsHistoryView | null;
    problem: Problem | null;
    range: Range;
    choose: (range: Range) => void;
    from: number;
    to: number;
}

/** Figures are kept each half minute, so they are looked for twice as often. */
const PAUSE = 15_000;
const POINTS = 300;
const HOUR: Range = { key: '1h', words: '1 h', milliseconds: 3_600_000 };

/** What was measured of a resource or a node in the chosen time, up to now. */
export function useHistory(of: string): History {
    const { api } = useApp();
    const [range, choose] = useState(HOUR);
    const read = useRead(
        (signal) => {
            const step = Math.ceil(range.milliseconds / POINTS / 1000);
            const query = { from: range.key, step: step > 30 ? `${step}s` : undefined };
            return api.get<MetricsHistoryView>(`${of}/metrics/history`, query, signal);
        },
        [of, range],
    );
    useEvery(PAUSE, read.again);
    const to = Date.now();
    return {
        view: read.value,
        problem: read.problem,
        range,
        choose,
        from: to - range.milliseconds,
        to,
    };
}

export function RangeChoice({ history }: { history: History }) {
    return (
        <div className="chips" role="group" aria-label="Time">
            {RANGES.map((range) => (
                <button
                    key={range.key}
                    type="button"
                    className="choice"
                    aria-pressed={range.key === history.range.key}
                    onClick={() => history.choose(range)}
                >
                    {range.words}
                </button>
            ))}
        </div>
    );
}
