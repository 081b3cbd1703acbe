import type { SnapshotView } from '../api/types';

export interface Branch {
    snapshot: SnapshotView;
    children: Branch[];
}

/** What is being taken comes last. */
const LAST = '9';

/** Snapshots under those that they were taken after; one whose parent is gone stands at the root. */
export function treeOf(snapshots: readonly SnapshotView[]): Branch[] {
    const branches = new Map(
        snapshots.map((snapshot) => [snapshot.id, { snapshot, children: [] as Branch[] }]),
    );
    const roots: Branch[] = [];
    for (const branch of branches.values()) {
        const parent = branches.get(branch.snapshot.parent ?? '');
        (parent === undefined || parent === branch ? roots : parent.children).push(branch);
    }
    const byAge = (a: Branch, b: Branch) =>
        (a.snapshot.createdAt ?? LAST) < (b.snapshot.createdAt ?? LAST) ? -1 : 1;
    branches.forEach((branch) => branch.children.sort(byAge));
    return roots.sort(byAge);
}
