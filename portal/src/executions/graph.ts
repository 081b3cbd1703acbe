import type { StepView } from '../api/types';

export interface Box {
    step: StepView;
    column: number;
    row: number;
}

export interface Graph {
    boxes: Box[];
    edges: [from: Box, to: Box][];
    columns: number;
    rows: number;
}

/** Each step one column behind the last of those that it waits for. */
export function graphOf(steps: readonly StepView[]): Graph {
    const byName = new Map(steps.map((step) => [step.name, step]));
    const columns = new Map<string, number>();
    const columnOf = (step: StepView, above: readonly string[]): number => {
        const known = columns.get(step.name);
        if (known !== undefined) {
            return known;
        }
        const before = step.dependsOn
            .map((name) => byName.get(name))
            .filter((it) => it !== undefined && !above.includes(it.name)) as StepView[];
        const column =
            before.length === 0
                ? 0
                : 1 + Math.max(...before.map((it) => columnOf(it, [...above, step.name])));
        columns.set(step.name, column);
        return column;
    };
    const rows: number[] = [];
    const boxes = steps.map((step): Box => {
        const column = columnOf(step, []);
        const row = rows[column] ?? 0;
        rows[column] = row + 1;
        return { step, column, row };
    });
    const edges = boxes.flatMap((to) =>
        to.step.dependsOn.flatMap((name): [Box, Box][] => {
            const from = boxes.find((box) => box.step.name === name);
            return from === undefined ? [] : [[from, to]];
        }),
    );
    return { boxes, edges, columns: rows.length, rows: Math.max(0, ...rows) };
}

export interface Bar {
    step: StepView;
    /** Parts of the whole time, between 0 and 1. */
    from: number;
    to: number;
}

/** When each step ran within the whole; steps that have not begun have no bar. */
export function barsOf(steps: readonly StepView[], from: number, to: number): Bar[] {
    const span = Math.max(1, to - from);
    return steps.flatMap((step): Bar[] => {
        if (step.dispatchedAt == null) {
            return [];
        }
        const began = new Date(step.dispatchedAt).getTime();
        const ended = step.endedAt == null ? to : new Date(step.endedAt).getTime();
        return [
            { step, from: (began - from) / span, to: (Math.max(began, ended) - from) / span },
        ];
    });
}
