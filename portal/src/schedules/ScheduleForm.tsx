import { useMemo, useState } from 'react';
import type { Api } from '../api/client';
import { type Problem, problemOf } from '../api/problem';
import type { ScheduleView } from '../api/schedules';
import { useApp } from '../app';
import { BulkPreview } from '../bulk/BulkPreview';
import { post } from '../commands';
import { goTo, pageHref, scheduleHref } from '../routing';
import { Command } from '../ui/Copyable';
import { type Json, differences, mergePatch } from '../ui/diff';
import { DiffTable } from '../ui/DiffTable';
import { SelectField, TextField } from '../ui/Field';
import { usePostOnce } from '../ui/once';
import { PageHead } from '../ui/PageHead';
import { ProblemText } from '../ui/ProblemText';
import { type Form, emptyForm, filterOf, formOf, operationOf, requestOf, requestOfView } from './form';
import { TargetFields } from './TargetFields';
import '../styles/forms.css';
import '../styles/resource.css';

export interface Editing {
    form: Form;
    change: (part: Partial<Form>) => void;
}

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

interface Props {
    /** Null for one that is yet to be made. */
    schedule: ScheduleView | null;
    resourceId: string;
}

/** Makes a schedule, or changes one after a look at what will change. */
export function ScheduleForm({ schedule, resourceId }: Props) {
    const { api, notices } = useApp();
    const postOnce = usePostOnce();
    const [seen] = useState(schedule);
    const [form, setForm] = useState<Form>(() =>
        seen === null ? { ...emptyForm(HERE), resourceId } : formOf(seen, HERE),
    );
    const [problem, setProblem] = useState<Problem | null>(null);
    const [asking, setAsking] = useState(false);
    const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
    const editing = { form, change };
    const request = requestOf(form);
    const before: Json = seen === null ? {} : requestOfView(seen);
    const patch = mergePatch(before, request);
    const send = async (): Promise<void> => {
        setAsking(true);
        setProblem(null);
        try {
            const answer =
                seen === null
                    ? await postOnce<ScheduleView>('schedules', request)
                    : await changed(api, seen, whole(patch, request));
            notices.tell(seen === null ? `Made ${answer.name}` : `Changed ${answer.name}`);
            goTo(scheduleHref(answer.scheduleId));
        } catch (error) {
            setProblem(problemOf(error));
            setAsking(false);
        }
    };
    return (
        <>
            <p className="crumbs">
                <a href={pageHref('schedules')}>Schedules</a>
            </p>
            <PageHead title={seen === null ? 'New schedule' : `Change ${seen.name}`} />
            <div className="create">
                <form
                    onSubmit={(event) => {
                        event.preventDefault();
                        void send();
                    }}
                >
                    <What {...editing} />
                    <TargetFields {...editing} />
                    <When {...editing} />
                    {seen !== null ? (
                        patch === undefined ? (
                            <p className="fine">Nothing is changed yet.</p>
                        ) : (
                            <DiffTable
                                differences={differences(before, request)}
                                label="What will change"
                            />
                        )
                    ) : null}
                    <div role="alert">
                        {problem !== null ? (
                            <div className="banner danger">
                                <ProblemText problem={problem} />
                            </div>
                        ) : null}
                    </div>
                    <div className="buttons">
                        <a
                            className="button"
                            href={
                                seen === null
                                    ? pageHref('schedules')
                                    : scheduleHref(seen.scheduleId)
                            }
                        >
                            Cancel
                        </a>
                        <button
                            type="submit"
                            className="primary"
                            disabled={asking || (seen !== null && patch === undefined)}
                        >
                            {asking ? 'Asking…' : seen === null ? 'Make it' : 'Change it'}
                        </button>
                    </div>
                </form>
                <aside aria-label="What it comes to">
                    {form.target === 'filter' ? (
                        <BulkPreview operation={operationOf(form)} filter={filterOf(form)} />
                    ) : null}
                    {seen === null ? (
                        <Command
                            label="The same as a call of the API"
                            text={post(`${api.base}schedules`, request)}
                        />
                    ) : null}
                </aside>
            </div>
        </>
    );
}

/**
 * Each run makes a new version of the schedule: only when somebody changed what it is meant to do has the
 * change to be looked at again.
 */
async function changed(api: Api, seen: ScheduleView, patch: Json): Promise<ScheduleView> {
    const path = `schedules/${seen.scheduleId}`;
    try {
        return await api.patch<ScheduleView>(path, patch, seen.version);
    } catch (error) {
        const now = await api.get<ScheduleView>(path);
        const same = mergePatch(requestOfView(seen), requestOfView(now)) === undefined;
        if (problemOf(error).code !== 'VERSION_MISMATCH' || !same) {
            throw error;
        }
        return api.patch<ScheduleView>(path, patch, now.version);
    }
}

/** What says of which kind it is stands in every patch of it. */
function whole(patch: Json | undefined, request: { [name: string]: Json }): Json {
    const parts = { ...(patch as { [name: string]: Json }) };
    for (const name of ['timing', 'operation']) {
        if (parts[name] !== undefined) {
            parts[name] = request[name] ?? null;
        }
    }
    return parts;
}

const ACTIONS = [
    ['stop', 'Stop'],
    ['start', 'Start'],
    ['restart', 'Restart'],
    ['pause', 'Pause'],
    ['resume', 'Resume'],
    ['snapshot', 'Take a snapshot'],
    ['delete', 'Delete'],
] as const;

function What({ form, change }: Editing) {
    const { action } = form;
    const actions =
        action === 'delete-snapshot'
            ? [...ACTIONS, ['delete-snapshot', 'Delete a snapshot'] as const]
            : ACTIONS;
    return (
        <fieldset className="panel section">
            <legend>What is done</legend>
            <div className="fields">
                <TextField
                    words="Name"
                    value={form.name}
                    set={(name) => change({ name })}
                    maxLength={255}
                    required
                />
                <SelectField
                    words="What"
                    value={action}
                    options={actions}
                    set={(value) => change({ action: value as Form['action'] })}
                />
                {action === 'stop' || action === 'restart' ? (
                    <TextField
                        words="Time to end by itself (s)"
                        type="number"
                        min={0}
                        value={form.grace}
                        set={(grace) => change({ grace })}
                    />
                ) : null}
                {action === 'stop' || action === 'restart' || action === 'delete' ? (
                    <label className="choice-line">
                        <input
                            type="checkbox"
                            checked={form.force}
                            onChange={(event) => change({ force: event.target.checked })}
                        />
                        {action === 'delete' ? 'Do not wait for the node' : 'By force, at once'}
                    </label>
                ) : null}
                {action === 'snapshot' ? <SnapshotFields form={form} change={change} /> : null}
                {action === 'delete-snapshot' ? (
                    <TextField
                        words="Id of the snapshot"
                        value={form.snapshotId}
                        set={(snapshotId) => change({ snapshotId })}
                    />
                ) : null}
            </div>
        </fieldset>
    );
}

function SnapshotFields({ form, change }: Editing) {
    return (
        <>
            <TextField
                words="Name of the snapshots"
                hint="{schedule}, {resource}, {date} and {time} are filled in"
                value={form.snapshotName}
                set={(snapshotName) => change({ snapshotName })}
            />
            <TextField
                words="Description of the snapshots"
                value={form.snapshotDescription}
                set={(snapshotDescription) => change({ snapshotDescription })}
            />
            <TextField
                words="How many are kept"
                hint="The oldest goes after a newer one was made; empty keeps all"
                type="number"
                min={1}
                max={31}
                value={form.keep}
                set={(keep) => change({ keep })}
            />
            <TextField
                words="Kept for days"
                hint="The newest always stays"
                type="number"
                min={0}
                step="any"
                value={form.maxAgeDays}
                set={(maxAgeDays) => change({ maxAgeDays })}
            />
        </>
    );
}

const TIMINGS = [
    ['cron', 'Again and again'],
    ['once', 'Once, at an instant'],
    ['after', 'Once, after a while'],
] as const;

const UNITS = [
    ['1', 'seconds'],
    ['60', 'minutes'],
    ['3600', 'hours'],
    ['86400', 'days'],
] as const;

const MISSED = [
    ['skip', 'Forget them'],
    ['run-once', 'Run once for all of them'],
    ['run-all', 'Run for each, the last 24 at most'],
] as const;

function When({ form, change }: Editing) {
    return (
        <fieldset className="panel section">
            <legend>When</legend>
            <div className="fields">
                <SelectField
                    words="How often"
                    value={form.timing}
                    options={TIMINGS}
                    set={(timing) => change({ timing: timing as Form['timing'] })}
                />
                {form.timing === 'once' ? (
                    <TextField
                        words="At"
                        hint={`In your zone, ${HERE}`}
                        type="datetime-local"
                        value={form.at}
                        set={(at) => change({ at })}
                        required
                    />
                ) : null}
                {form.timing === 'after' ? (
                    <>
                        <TextField
                            words="After"
                            type="number"
                            min={0}
                            step="any"
                            value={form.after}
                            set={(after) => change({ after })}
                            required
                        />
                        <SelectField
                            words="Counted in"
                            value={form.unit}
                            options={UNITS}
                            set={(unit) => change({ unit })}
                        />
                    </>
                ) : null}
                {form.timing === 'cron' ? <CronFields form={form} change={change} /> : null}
                <SelectField
                    words="Times that are missed"
                    hint="While the run before goes on, or the server is down"
                    value={form.missedRuns}
                    options={MISSED}
                    set={(missedRuns) => change({ missedRuns })}
                />
                <TextField
                    words="Resources at a time"
                    type="number"
                    min={1}
                    placeholder="5"
                    value={form.parallelism}
                    set={(parallelism) => change({ parallelism })}
                />
            </div>
        </fieldset>
    );
}

function CronFields({ form, change }: Editing) {
    const zones = useMemo(() => [...new Set([HERE, 'UTC', ...Intl.supportedValuesOf('timeZone')])], []);
    return (
        <>
            <TextField
                words="Cron expression"
                hint="Minute, hour, day of month, month, day of week; or @hourly, @daily, @weekly, @monthly, @yearly"
                value={form.expression}
                set={(expression) => change({ expression })}
                required
            />
            <SelectField
                words="Time zone"
                value={form.timeZone}
                options={[...new Set([form.timeZone, ...zones])].map((it) => [it, it] as const)}
                set={(timeZone) => change({ timeZone })}
            />
        </>
    );
}
