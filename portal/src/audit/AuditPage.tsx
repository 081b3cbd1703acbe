import { useState } from 'react';
import type { PageProps } from '../frame/Frame';
import {
    bulkHref,
    executionHref,
    nodeHref,
    pageHref,
    resourceHref,
    scheduleHref,
} from '../routing';
import type { TrailEntry } from '../api/types';
import { usePart } from '../app';
import { PageHead } from '../ui/PageHead';
import { AsOf } from './AsOf';
import { Causes } from './Causes';
import { Proof } from './Proof';
import { Trail } from './Trail';
import '../styles/audit.css';
import '../styles/resource.css';

/** What can be known of the past: how the fleet was, what happened, why, and that it is true. */
export default function AuditPage({ route }: PageProps) {
    const causes = route.query.get('causes');
    return (
        <>
            <PageHead title="Audit" />
            {causes !== null ? (
                <Causes id={causes} />
            ) : (
                <>
                    <AsOf at={route.query.get('at')} />
                    <Everything />
                    <Proof />
                </>
            )}
        </>
    );
}

function Everything() {
    const [entity, setEntity] = useState('');
    const [text, setText] = useState('');
    const query = Object.fromEntries(
        Object.entries({ entity, text: text.trim() }).filter(([, value]) => value !== ''),
    );
    return (
        <section className="panel" aria-labelledby="everything">
            <header className="section-head">
                <h2 id="everything">All that happened</h2>
                <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
                    <select
                        aria-label="Kind"
                        value={entity}
                        onChange={(event) => setEntity(event.target.value)}
                    >
                        <option value="">Of everything</option>
                        <option value="resource">Of resources</option>
                        <option value="node">Of nodes</option>
                        <option value="execution">Of executions</option>
                    </select>
                    <input
                        type="search"
                        aria-label="Search in what happened"
                        placeholder="Search in what happened"
                        maxLength={200}
                        value={text}
                        onChange={(event) => setText(event.target.value)}
                    />
                </form>
            </header>
            <Trail
                path="audit"
                query={query}
                matters={() => true}
                subject={(entry) => <Subject entry={entry} />}
                offers={(entry) => (
                    <div className="actions wide">
                        <a className="button" href={pageHref('audit', { causes: entry.eventId })}>
                            Why, and what it led to
                        </a>
                        <Lead entry={entry} />
                    </div>
                )}
            />
        </section>
    );
}

const HREFS: Record<string, (id: string) => string> = {
    resource: (id) => resourceHref(id),
    node: nodeHref,
    execution: executionHref,
    schedule: (id) => scheduleHref(id),
    bulk: bulkHref,
};

/** A summary is itself a thing to press, so what leads to the entity stands below it. */
function Subject({ entry }: { entry: TrailEntry }) {
    const name = usePart(
        ({ fleet }) => fleet.resources.get(entry.id)?.name ?? fleet.nodes.get(entry.id)?.name,
    );
    return <span>{name ?? entry.id}</span>;
}

function Lead({ entry }: { entry: TrailEntry }) {
    const href = HREFS[entry.entity];
    return href === undefined ? null : (
        <a className="button" href={href(entry.id)}>
            Show the {entry.entity.replace('-', ' ')}
        </a>
    );
}
