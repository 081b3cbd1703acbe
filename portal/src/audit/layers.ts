import type { Cause, CausesView } from '../api/types';

export interface Placed {
    cause: Cause;
    column: number;
    row: number;
}

/** Each cause one column behind the last of those that led to it; what is a circle is cut. */
export function layersOf({ nodes, edges }: Pick<CausesView, 'nodes' | 'edges'>): Placed[] {
    const before = new Map<string, string[]>();
    edges.forEach(({ from, to }) => before.set(to, [...(before.get(to) ?? []), from]));
    const known = new Map<string, number>();
    const columnOf = (id: string, above: ReadonlySet<string>): number => {
        const found = known.get(id);
        if (found !== undefined) {
            return found;
        }
        const path = new Set(above).add(id);
        const columns = (before.get(id) ?? [])
            .filter((from) => !path.has(from))
            .map((from) => columnOf(from, path) + 1);
        const column = Math.max(0, ...columns);
        known.set(id, column);
        return column;
    };
    const rows: number[] = [];
    return [...nodes]
        .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
        .map((cause) => {
            const column = columnOf(cause.id, new Set());
            const row = rows[column] ?? 0;
            rows[column] = row + 1;
            return { cause, column, row };
        });
}
