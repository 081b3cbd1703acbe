import { useState } from 'react';
import type { PageProps } from '../frame/Frame';
import { executionHref, nodeHref, pageHref, resourceHref } from '../routing';
import type { TrailEntry } from '../api/types';
import { usePicture } from '../app';
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
                    <a className="button" href={pageHref('audit', { causes: entry.eventId })}>
                        Why, and what it led to
                    </a>
                )}
            />
        </section>
    );
}

const HREFS: Record<string, (id: string) => string> = {
    resource: resourceHref,
    node: nodeHref,
    execution: executionHref,
};

function Subject({ entry }: { entry: TrailEntry }) {
    const { fleet } = usePicture();
    const href = HREFS[entry.entity];
    const name = fleet.resources.get(entry.id)?.name ?? fleet.nodes.get(entry.id)?.name ?? entry.id;
    return href === undefined ? <span>{name}</span> : <a href={href(entry.id)}>{name}</a>;
}
