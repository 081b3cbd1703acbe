import { memo, useEffect, useMemo, useRef } from 'react';
import type { ResourceType, ResourceView } from '../api/types';
import type { Fleet } from '../fleet/state';
import { Icon } from '../ui/Icon';
import { type Filter, countByGroup } from './filter';
import { GROUPS, type StatusGroup, TYPES } from './status';

interface Props {
    fleet: Fleet;
    /** What every filter but the status lets through. */
    found: ResourceView[];
    filter: Filter;
    change: (part: Partial<Filter>) => void;
}

export function FilterBar({ fleet, found, filter, change }: Props) {
    const counts = useMemo(() => countByGroup(found), [found]);
    const groups = (Object.keys(GROUPS) as StatusGroup[]).filter(
        (group) => counts.has(group) || filter.group === group,
    );
    const types = useMemo(() => {
        const all = new Set<ResourceType>();
        fleet.resources.forEach((resource) => all.add(resource.resourceType));
        return [...all];
    }, [fleet.resources]);
    return (
        <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
            <div className="chips" role="group" aria-label="Status">
                <Choice
                    label="All"
                    many={found.length}
                    chosen={filter.group === ''}
                    choose={() => change({ group: '' })}
                />
                {groups.map((group) => (
                    <Choice
                        key={group}
                        mark={group}
                        label={GROUPS[group]}
                        many={counts.get(group) ?? 0}
                        chosen={filter.group === group}
                        choose={() => change({ group: filter.group === group ? '' : group })}
                    />
                ))}
            </div>
            {types.length > 1 || filter.type !== '' ? (
                <select
                    aria-label="Type"
                    value={filter.type}
                    onChange={(event) => change({ type: event.target.value })}
                >
                    <option value="">All types</option>
                    {types.map((type) => (
                        <option key={type} value={type}>
                            {TYPES[type]}
                        </option>
                    ))}
                </select>
            ) : null}
            {fleet.nodes.size > 1 || filter.nodeId !== '' ? (
                <select
                    aria-label="Node"
                    value={filter.nodeId}
                    onChange={(event) => change({ nodeId: event.target.value })}
                >
                    <option value="">All nodes</option>
                    <NodeOptions ids={[...fleet.nodes.keys()].sort().join(' ')} />
                </select>
            ) : null}
            <Search text={filter.text} change={(text) => change({ text })} />
        </form>
    );
}

/** Drawn anew only when there are other nodes. */
const NodeOptions = memo(function NodeOptions({ ids }: { ids: string }) {
    return ids.split(' ').map((id) => <option key={id}>{id}</option>);
});

interface ChoiceProps {
    mark?: StatusGroup;
    label: string;
    many: number;
    chosen: boolean;
    choose: () => void;
}

function Choice({ mark, label, many, chosen, choose }: ChoiceProps) {
    return (
        <button type="button" className="choice" aria-pressed={chosen} onClick={choose}>
            {mark !== undefined ? (
                <span className={`status ${mark}`} aria-hidden="true">
                    <span className="mark" />
                </span>
            ) : null}
            {label} <span className="many">{many}</span>
        </button>
    );
}

/** `/` goes to the search, as in most places where people search. */
function Search({ text, change }: { text: string; change: (text: string) => void }) {
    const field = useRef<HTMLInputElement>(null);
    useEffect(() => {
        const slash = (event: KeyboardEvent) => {
            const inField = (event.target as Element).closest('input, textarea, select, dialog');
            if (event.key === '/' && inField === null && !event.ctrlKey && !event.metaKey) {
                event.preventDefault();
                field.current?.focus();
            }
        };
        document.addEventListener('keydown', slash);
        return () => document.removeEventListener('keydown', slash);
    }, []);
    return (
        <label className="search">
            <Icon name="search" />
            <input
                ref={field}
                type="search"
                aria-label="Search resources"
                aria-keyshortcuts="/"
                placeholder="Search  ( / )"
                value={text}
                onChange={(event) => change(event.target.value)}
            />
        </label>
    );
}
