import { useEffect, useRef, useState } from 'react';
import type { TrailEntry } from '../api/types';
import { usePart } from '../app';
import {
    bulkHref,
    changedHref,
    executionHref,
    nodeHref,
    pageHref,
    replaceRoute,
    resourceHref,
    scheduleHref,
} from '../routing';
import { Download } from '../ui/Download';
import { SelectField, TextField } from '../ui/Field';
import { Trail } from './Trail';
import '../styles/forms.css';

const FIELDS = [
    ['type', 'Name of the event', 'ResourceStopped'],
    ['resource', 'Concerning the resource', 'its id'],
    ['node', 'Concerning the node', 'gpu-7'],
    ['actor', 'Caused by', 'an id, or node:gpu-7'],
    ['organisation', 'Of the organisation', 'its id'],
    ['from', 'Not before', '2h, or an instant in UTC'],
    ['to', 'Not after', '10m, or an instant in UTC'],
] as const;

const KINDS = [
    ['', 'Of everything'],
    ['resource', 'Of resources'],
    ['node', 'Of nodes'],
    ['execution', 'Of executions'],
    ['bulk', 'Of bulk operations'],
    ['schedule', 'Of schedules'],
    ['dead-letter', 'Of dead letters'],
] as const;

const NAMES = ['entity', 'text', ...FIELDS.map(([name]) => name)];
/** So long nothing has to be typed before it is looked for, in milliseconds. */
const STILL = 250;

/** All that happened; what is looked for stands in the address. */
export function Everything({ query }: { query: URLSearchParams }) {
    const told = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? '']));
    const [fields, setFields] = useState<Record<string, string>>(told);
    const change = (part: Record<string, string>) => setFields((before) => ({ ...before, ...part }));
    const address = JSON.stringify(told);
    const own = useRef(address);
    useEffect(() => {
        // Somebody went to another address: back, or by a link.
        if (address !== own.current) {
            own.current = address;
            setFields(JSON.parse(address) as Record<string, string>);
        }
    }, [address]);
    useEffect(() => {
        const timer = setTimeout(() => {
            const href = changedHref('audit', fields);
            if (href !== window.location.hash && window.location.hash.startsWith('#/audit')) {
                own.current = JSON.stringify(fields);
                replaceRoute(href);
            }
        }, STILL);
        return () => clearTimeout(timer);
    }, [fields]);
    const asked = Object.fromEntries(
        Object.entries(told)
            .map(([name, value]) => [name, value.trim()] as const)
            .filter(([, value]) => value !== ''),
    );
    return (
        <section className="panel" aria-labelledby="everything">
            <header className="section-head">
                <h2 id="everything">All that happened</h2>
                <Download path="audit" query={{ ...asked, format: 'csv' }} name="audit.csv">
                    Download as CSV
                </Download>
            </header>
            <form role="search" onSubmit={(event) => event.preventDefault()}>
                <div className="fields">
                    <SelectField
                        words="Kind"
                        value={fields.entity ?? ''}
                        options={KINDS}
                        set={(entity) => change({ entity })}
                    />
                    <TextField
                        words="Holds the text"
                        type="search"
                        maxLength={200}
                        value={fields.text ?? ''}
                        set={(text) => change({ text })}
                    />
                </div>
                <details open={FIELDS.some(([name]) => (told[name] ?? '') !== '')}>
                    <summary>More filters</summary>
                    <div className="fields">
                        {FIELDS.map(([name, words, example]) => (
                            <TextField
                                key={name}
                                words={words}
                                placeholder={example}
                                value={fields[name] ?? ''}
                                set={(value) => change({ [name]: value })}
                            />
                        ))}
                    </div>
                </details>
            </form>
            <Trail
                path="audit"
                query={asked}
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
