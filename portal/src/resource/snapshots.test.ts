import { expect, it } from 'vitest';
import type { SnapshotView } from '../api/types';
import { type Branch, treeOf } from './snapshots';

function snapshot(id: string, parent: string | null, createdAt: string): SnapshotView {
    return { id, name: id, status: 'ready', parent, createdAt };
}

function shape(branches: Branch[]): unknown[] {
    return branches.map(({ snapshot: { id }, children }) =>
        children.length === 0 ? id : [id, ...shape(children)],
    );
}

it('hangs each snapshot on the one it was taken after, the oldest first', () => {
    const tree = treeOf([
        snapshot('d', 'a', '4'),
        snapshot('b', 'a', '2'),
        snapshot('a', null, '1'),
        snapshot('c', 'b', '3'),
        snapshot('orphan', 'gone', '0'),
    ]);
    expect(shape(tree)).toEqual(['orphan', ['a', ['b', 'c'], 'd']]);
});
