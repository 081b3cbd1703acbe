import { useState } from 'react';
import type { FleetDiffView } from '../api/types';
import { useApp } from '../app';
import { count, instant } from '../format';
import { changedHref, nodeHref, replaceRoute, resourceHref } from '../routing';
import { DiffTable } from '../ui/DiffTable';
import { TextField } from '../ui/Field';
import { ProblemText } from '../ui/ProblemText';
import { useRead } from '../ui/read';
import { differencesOf } from './Trail';
import { instantOf } from './WhatIf';

/** What is different between the instant that is looked at and another, or now. */
export function FleetDiff({ from, until }: { from: string; until: string | null }) {
    const { api } = useApp();
    const [text, setText] = useState(until ?? '');
    const diff = useRead(
        (signal) =>
            api.get<FleetDiffView>('fleet/diff', { from, to: until ?? undefined }, signal),
        [from, until],
    );
    const items = diff.value?.items ?? [];
    const many = diff.value?.nextCursor == null ? '' : 'more than ';
    return (
        <details>
            <summary>
                What has changed {until === null ? 'since' : `until ${instant(until)}`}:{' '}
                {diff.value === null
                    ? '…'
                    : many + count(items.length, 'resource or node', 'resources and nodes')}
            </summary>
            <form
                className="row"
                onSubmit={(event) => {
                    event.preventDefault();
                    const then = text.trim() === '' ? '' : instantOf(text);
                    replaceRoute(changedHref('audit', { until: then }));
                }}
            >
                <TextField
                    words="Compared with"
                    hint="How long ago, as 2h, or an instant in UTC; empty for now"
                    value={text}
                    set={setText}
                />
                <button type="submit">Compare</button>
            </form>
            {diff.problem !== null ? <ProblemText problem={diff.problem} /> : null}
            {items.map((it) => (
                <div key={`${it.entity}/${it.id}`}>
                    <h4>
                        {it.entity}{' '}
                        <a href={it.entity === 'node' ? nodeHref(it.id) : resourceHref(it.id)}>
                            {it.id}
                        </a>
                    </h4>
                    <DiffTable
                        differences={differencesOf(it.changes)}
                        label={`What changed of ${it.id}`}
                    />
                </div>
            ))}
        </details>
    );
}
