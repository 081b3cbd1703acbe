import { useState } from 'react';
import type { Api, LifecycleAction } from '../api/client';
import { ProblemError, problemOf } from '../api/problem';
import type { BulkItem, BulkView } from '../api/bulk';
import type { ResourceView } from '../api/types';
import { useApp } from '../app';
import { count } from '../format';
import { backoff } from '../live/backoff';
import { BulkDelete } from './BulkDelete';

interface Props {
    selection: ResourceView[];
    clear: () => void;
}

const ACTIONS: [LifecycleAction, string][] = [
    ['start', 'Start'],
    ['stop', 'Stop'],
    ['restart', 'Restart'],
];

/** What can be done with all that were chosen. The refusal of one keeps no other from it. */
export function BulkBar({ selection, clear }: Props) {
    const { run, done } = useBulk();
    const [deleting, setDeleting] = useState(false);
    const able = (action: LifecycleAction | 'delete') =>
        selection.filter((resource) => resource.allowedActions.includes(action));
    return (
        <div className="bulk" role="region" aria-label="Chosen resources">
            <strong>{count(selection.length, 'resource')} chosen</strong>
            {ACTIONS.map(([action, words]) => (
                <button
                    key={action}
                    type="button"
                    disabled={done !== null || able(action).length === 0}
                    onClick={() => void run(words, action, able(action))}
                >
                    {words} {able(action).length}
                </button>
            ))}
            <button
                type="button"
                disabled={done !== null || able('delete').length === 0}
                onClick={() => setDeleting(true)}
            >
                Delete {able('delete').length}…
            </button>
            <button type="button" className="ghost" onClick={clear}>
                Choose none
            </button>
            {done !== null ? <span role="status">{done}</span> : null}
            {deleting ? (
                <BulkDelete
                    selection={able('delete')}
                    remove={() => void run('Delete', 'delete', able('delete'))}
                    close={() => setDeleting(false)}
                />
            ) : null}
        </div>
    );
}

/** How often what became of a bulk operation is looked up, in milliseconds. */
const PAUSE = 500;
const LOOKED_AT = 50;
const MOST_FAILURES = 5;

/** Does one thing to many in one request, and tells once what became of it. */
function useBulk() {
    const { api, store, notices } = useApp();
    const [done, setDone] = useState<string | null>(null);
    const run = async (words: string, action: string, chosen: ResourceView[]): Promise<void> => {
        setDone(`0 of ${chosen.length}`);
        const many = count(chosen.length, 'resource');
        let bulk: BulkView | null = null;
        try {
            bulk = await api.post<BulkView>('resources/bulk', {
                ids: chosen.map((resource) => resource._id),
                operation: { action },
            });
            while (!bulk.done) {
                const { total, waiting, running } = bulk.counts;
                setDone(`${total - waiting - running} of ${total}`);
                await new Promise((resolve) => setTimeout(resolve, PAUSE));
                bulk = await newest(api, bulk.bulkId);
            }
            tell(words, bulk);
        } catch (error) {
            notices.refuse(
                bulk === null
                    ? `${words}: not done to ${many}`
                    : `${words}: begun with ${many}; what becomes of it stands under Bulk operations`,
                problemOf(error),
            );
        }
        // Of many the stream has told already.
        chosen.slice(0, LOOKED_AT).forEach((resource) => store.look('resource', resource._id));
        setDone(null);
    };
    const tell = (words: string, bulk: BulkView) => {
        const bad = bulk.items.filter((it) => ['refused', 'failed'].includes(it.status));
        const good = bulk.items.filter((it) => ['succeeded', 'unchanged'].includes(it.status)).length;
        const rest = bulk.items.length - good - bad.length;
        if (good > 0) {
            notices.tell(`${words}: done to ${count(good, 'resource')}`);
        }
        if (rest > 0) {
            notices.tell(`${words}: cancelled or not known of ${count(rest, 'resource')}`);
        }
        for (const [code, items] of byCode(bad)) {
            notices.refuse(
                `${words}: not done to ${list(items.map((it) => it.name ?? it.resourceId))}`,
                {
                    status: 409,
                    title: items[0]?.error?.message ?? 'It was refused',
                    code,
                },
            );
        }
    };
    return { run, done };
}

/** What has become of it; a server that is away for a while is asked again. */
async function newest(api: Api, bulkId: string): Promise<BulkView> {
    for (let failures = 0; ; failures++) {
        try {
            return await api.get<BulkView>(`bulk-operations/${bulkId}`);
        } catch (error) {
            if (!(error instanceof ProblemError && error.passes) || failures === MOST_FAILURES) {
                throw error;
            }
            await new Promise((resolve) => setTimeout(resolve, backoff(failures)));
        }
    }
}

function byCode(items: BulkItem[]): Map<string, BulkItem[]> {
    const all = new Map<string, BulkItem[]>();
    for (const item of items) {
        const code = item.error?.code ?? 'FAILED';
        all.set(code, [...(all.get(code) ?? []), item]);
    }
    return all;
}

function list(names: string[]): string {
    const some = names.slice(0, 5).join(', ');
    return names.length > 5 ? `${some} and ${names.length - 5} more` : some;
}
