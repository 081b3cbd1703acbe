import { useState } from 'react';
import type { LifecycleAction } from '../api/client';
import { ProblemError, problemOf } from '../api/problem';
import type { ResourceView } from '../api/types';
import { useApp } from '../app';
import { count } from '../format';
import { BulkDelete } from './BulkDelete';

interface Props {
    selection: ResourceView[];
    clear: () => void;
}

/** How many calls are under way at once. */
const AT_ONCE = 4;

const ACTIONS: [LifecycleAction, string][] = [
    ['start', 'Start'],
    ['stop', 'Stop'],
    ['restart', 'Restart'],
];

/** What can be done with all that were chosen. Each is asked for by itself, so one refusal stops no other. */
export function BulkBar({ selection, clear }: Props) {
    const { api } = useApp();
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
                    onClick={() =>
                        void run(words, able(action), (resource) => api.act(resource._id, action))
                    }
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
                    remove={() =>
                        void run('Delete', able('delete'), (resource) =>
                            api.delete(resource._id, false),
                        )
                    }
                    close={() => setDeleting(false)}
                />
            ) : null}
        </div>
    );
}

/** Does one thing to many, a few at a time, and tells once what became of it. */
function useBulk() {
    const { store, notices } = useApp();
    const [done, setDone] = useState<string | null>(null);
    const run = async (
        words: string,
        chosen: ResourceView[],
        each: (resource: ResourceView) => Promise<void>,
    ): Promise<void> => {
        const waiting = [...chosen];
        const refused: [ResourceView, unknown][] = [];
        let ended = 0;
        setDone(`0 of ${chosen.length}`);
        const worker = async () => {
            for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
                try {
                    await each(next);
                } catch (error) {
                    refused.push([next, error]);
                }
                store.look('resource', next._id);
                ended++;
                setDone(`${ended} of ${chosen.length}`);
            }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, worker));
        setDone(null);
        const accepted = chosen.length - refused.length;
        if (accepted > 0) {
            notices.tell(`${words}: asked for ${count(accepted, 'resource')}`);
        }
        for (const [code, all] of byCode(refused)) {
            const names = all.map(([resource]) => resource.name);
            notices.refuse(
                `${words}: ${count(all.length, 'resource')} refused (${code}): ${list(names)}`,
                problemOf(all[0]?.[1]),
            );
        }
    };
    return { run, done };
}

function byCode(
    refused: [ResourceView, unknown][],
): Map<string, [ResourceView, unknown][]> {
    const all = new Map<string, [ResourceView, unknown][]>();
    for (const one of refused) {
        const code = one[1] instanceof ProblemError ? one[1].problem.code : 'PAGE_ERROR';
        all.set(code, [...(all.get(code) ?? []), one]);
    }
    return all;
}

function list(names: string[]): string {
    const some = names.slice(0, 5).join(', ');
    return names.length > 5 ? `${some} and ${names.length - 5} more` : some;
}
