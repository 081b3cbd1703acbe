import { useId, useMemo, useState } from 'react';
import { usePart } from '../app';
import { TYPES } from '../resources/status';
import { Field, SelectField, TextField } from '../ui/Field';
import type { Editing } from './ScheduleForm';

const KINDS = [
    ['', 'Every kind'],
    ...(['virtual-machine', 'application-container', 'inference-container'] as const).map(
        (it) => [it, TYPES[it]] as const,
    ),
] as const;

const STATUSES = [
    ['', 'Whatever its status'],
    ['running', 'running'],
    ['stopped', 'stopped'],
    ['paused', 'paused'],
    ['failed', 'failed'],
] as const;

const ID = /^[0-9a-f]{24}$/;

/** One resource, or whatever matches when it is time. */
export function TargetFields({ form, change }: Editing) {
    const nodes = usePart((picture) => picture.fleet.nodes);
    const statuses = STATUSES.some(([it]) => it === form.filterStatus)
        ? STATUSES
        : [...STATUSES, [form.filterStatus, form.filterStatus.replaceAll(',', ' or ')] as const];
    return (
        <fieldset className="panel section">
            <legend>To what</legend>
            <div className="fields">
                <SelectField
                    words="For"
                    value={form.target}
                    options={[
                        ['one', 'One resource'],
                        ['filter', 'All that match when it is time'],
                    ]}
                    set={(target) => change({ target: target as 'one' | 'filter' })}
                />
                {form.target === 'one' ? (
                    <OneResource
                        id={form.resourceId}
                        choose={(resourceId) => change({ resourceId })}
                    />
                ) : (
                    <>
                        <TextField
                            words="Named"
                            hint="* stands for anything"
                            value={form.filterName}
                            set={(filterName) => change({ filterName })}
                        />
                        <SelectField
                            words="Kind"
                            value={form.filterType}
                            options={KINDS}
                            set={(filterType) => change({ filterType })}
                        />
                        <SelectField
                            words="On"
                            value={form.filterNode}
                            options={[
                                ['', 'Every node'],
                                ...[...nodes.keys()].sort().map((it) => [it, it] as const),
                            ]}
                            set={(filterNode) => change({ filterNode })}
                        />
                        <SelectField
                            words="Status"
                            value={form.filterStatus}
                            options={statuses}
                            set={(filterStatus) => change({ filterStatus })}
                        />
                        <TextField
                            words="Labels that it has"
                            placeholder="team=ml, tier=1"
                            value={form.filterLabels}
                            set={(filterLabels) => change({ filterLabels })}
                        />
                    </>
                )}
            </div>
        </fieldset>
    );
}

/** Found by its name; two of one name are told apart by their ids. */
function OneResource({ id, choose }: { id: string; choose: (id: string) => void }) {
    const name = usePart((picture) => picture.fleet.resources.get(id)?.name);
    const [text, setText] = useState(name ?? id);
    const list = useId();
    const found = useNames(text);
    const named = found.filter(([, it]) => it === text);
    return (
        <>
            <Field words="Resource" hint={id === '' ? 'Its name or id' : id}>
                {(field, describedBy) => (
                    <input
                        id={field}
                        list={list}
                        value={text}
                        spellCheck={false}
                        autoComplete="off"
                        aria-describedby={describedBy}
                        required
                        onChange={(event) => {
                            const { value } = event.target;
                            setText(value);
                            const one = found.filter(([key, it]) => it === value || key === value);
                            const only = one.length === 1 ? one[0]?.[0] : undefined;
                            choose(only ?? (ID.test(value) ? value : ''));
                        }}
                    />
                )}
            </Field>
            <datalist id={list}>
                {found.map(([key, it]) => (
                    <option key={key} value={named.length > 1 ? key : it}>
                        {key}
                    </option>
                ))}
            </datalist>
        </>
    );
}

/** Resources whose name holds the text, as suggestions. */
function useNames(text: string): [id: string, name: string][] {
    const resources = usePart((picture) => picture.fleet.resources);
    return useMemo(() => {
        const found: [string, string][] = [];
        for (const [id, resource] of resources) {
            if (resource.name.toLowerCase().includes(text.toLowerCase()) || id === text) {
                found.push([id, resource.name]);
            }
            if (found.length === 50) {
                break;
            }
        }
        return found;
    }, [resources, text]);
}
