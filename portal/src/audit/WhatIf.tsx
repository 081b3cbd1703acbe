import { useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import type { WhatIfAnswer } from '../api/whatIf';
import { useApp, usePart } from '../app';
import { count, gigabytes, megabytes, number } from '../format';
import { nodeHref, resourceHref } from '../routing';
import { SelectField, TextField } from '../ui/Field';
import { ProblemText } from '../ui/ProblemText';
import { Instant } from '../ui/Time';
import '../styles/forms.css';

const POLICIES = [
    ['', 'As the server decides'],
    ['pack', 'Prefer full nodes'],
    ['spread', 'Prefer empty nodes'],
] as const;

interface Asked {
    from: string;
    to: string;
    policy: string;
    overcommit: string;
    remove: string;
    add: string;
    like: string;
}

/** A stretch of the past decided again, under other rules or on another fleet. Nothing real happens. */
export function WhatIf() {
    const { api } = useApp();
    const nodes = usePart((picture) => picture.fleet.nodes);
    const ids = [...nodes.keys()].sort();
    const [asked, setAsked] = useState<Asked>({
        from: '24h',
        to: '',
        policy: '',
        overcommit: '',
        remove: '',
        add: '',
        like: ids[0] ?? '',
    });
    const [answer, setAnswer] = useState<WhatIfAnswer | null>(null);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [asking, setAsking] = useState(false);
    const change = (part: Partial<Asked>) => setAsked((before) => ({ ...before, ...part }));
    const ask = async (): Promise<void> => {
        setAsking(true);
        setProblem(null);
        setAnswer(null);
        try {
            setAnswer(await api.post<WhatIfAnswer>('audit/what-if', requestOf(asked)));
        } catch (error) {
            setProblem(problemOf(error));
        }
        setAsking(false);
    };
    return (
        <section className="panel" aria-labelledby="what-if">
            <h2 id="what-if">What if</h2>
            <p className="fine">
                What was created in this time is placed once more, under other rules or on other
                nodes. Nothing real happens.
            </p>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    void ask();
                }}
            >
                <div className="fields">
                    <TextField
                        words="From"
                        hint="How long ago, as 24h, or an instant in UTC"
                        value={asked.from}
                        set={(from) => change({ from })}
                        required
                    />
                    <TextField
                        words="Until"
                        hint="Empty for now"
                        value={asked.to}
                        set={(to) => change({ to })}
                    />
                    <SelectField
                        words="Placement"
                        value={asked.policy}
                        options={POLICIES}
                        set={(policy) => change({ policy })}
                    />
                    <TextField
                        words="CPU over-commit of every node"
                        type="number"
                        min={1}
                        step="any"
                        value={asked.overcommit}
                        set={(overcommit) => change({ overcommit })}
                    />
                    <TextField
                        words="Without these nodes"
                        hint="Their ids, by comma"
                        value={asked.remove}
                        set={(remove) => change({ remove })}
                    />
                    <TextField
                        words="More nodes"
                        type="number"
                        min={0}
                        max={1000}
                        value={asked.add}
                        set={(add) => change({ add })}
                    />
                    <SelectField
                        words="Each made like"
                        value={asked.like}
                        options={ids.map((it) => [it, it] as const)}
                        set={(like) => change({ like })}
                    />
                </div>
                <div className="buttons start">
                    <button type="submit" disabled={asking}>
                        {asking ? 'Deciding again…' : 'Decide again'}
                    </button>
                </div>
            </form>
            {problem !== null ? <ProblemText problem={problem} /> : null}
            <div role="status">{answer !== null ? <Answer answer={answer} /> : null}</div>
        </section>
    );
}

function requestOf(asked: Asked) {
    const ids = asked.remove.split(',').map((it) => it.trim()).filter(Boolean);
    const many = Number(asked.add || 0);
    return {
        from: instantOf(asked.from),
        to: asked.to.trim() === '' ? undefined : instantOf(asked.to),
        policy: asked.policy === '' ? undefined : asked.policy,
        cpuOvercommit: asked.overcommit === '' ? undefined : Number(asked.overcommit),
        removeNodes: ids.length === 0 ? undefined : ids,
        addNodes:
            many === 0
                ? undefined
                : Array.from({ length: many }, (_, at) => ({
                      nodeId: `imagined-${at + 1}`,
                      like: asked.like,
                  })),
    };
}

const UNITS: Record<string, number> = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 };

/** `2h` is two hours ago; everything else is taken as it stands. */
export function instantOf(text: string, now = Date.now()): string {
    const found = /^(\d+)([smhd])$/.exec(text.trim());
    const unit = UNITS[found?.[2] ?? ''];
    return found === null || unit === undefined
        ? text.trim()
        : new Date(now - Number(found[1]) * unit).toISOString();
}

function Answer({ answer }: { answer: WhatIfAnswer }) {
    return (
        <>
            <p>
                Of {count(answer.requests, 'request')} {answer.same} would have gone where they
                went, {answer.elsewhere} elsewhere, and {answer.refused} would have been refused (
                {answer.policy}).
            </p>
            {answer.outcomes.length > 0 ? <Outcomes outcomes={answer.outcomes} /> : null}
            <Nodes nodes={answer.nodes} />
        </>
    );
}

function Outcomes({ outcomes }: { outcomes: WhatIfAnswer['outcomes'] }) {
    return (
        <div className="scroll">
            <table className="plain" aria-label="What would be different">
                <thead>
                    <tr>
                        <th scope="col">Resource</th>
                        <th scope="col">When</th>
                        <th scope="col">Was on</th>
                        <th scope="col">Would be on</th>
                        <th scope="col">Why</th>
                    </tr>
                </thead>
                <tbody>
                    {outcomes.slice(0, 200).map((it) => (
                        <tr key={`${it.resourceId}/${it.at}/${it.what}`}>
                            <th scope="row">
                                <a href={resourceHref(it.resourceId)}>{it.name ?? it.resourceId}</a>{' '}
                                <span className="fine">{it.what}</span>
                            </th>
                            <td>
                                <Instant at={it.at} />
                            </td>
                            <td>{it.was ?? ''}</td>
                            <td>{it.wouldBe ?? <span className="failure">nowhere</span>}</td>
                            <td>
                                {it.reason ?? ''} <span className="fine">{it.code ?? ''}</span>
                                <ul className="fine">
                                    {(it.refusedNodes ?? []).map((node) => (
                                        <li key={node.nodeId}>
                                            {node.nodeId}: {node.reason}
                                        </li>
                                    ))}
                                </ul>
                            </td>
                        </tr>
                    ))}
                </tbody>
            </table>
            {outcomes.length > 200 ? <p className="more">200 of {outcomes.length} shown</p> : null}
        </div>
    );
}

function Nodes({ nodes }: { nodes: WhatIfAnswer['nodes'] }) {
    return (
        <div className="scroll">
            <table className="plain" aria-label="How full the nodes would be">
                <thead>
                    <tr>
                        <th scope="col">Node</th>
                        <th scope="col">Was</th>
                        <th scope="col">Would be</th>
                    </tr>
                </thead>
                <tbody>
                    {nodes.map(({ nodeId, was, wouldBe }) => (
                        <tr key={nodeId}>
                            <th scope="row">
                                {was ? <a href={nodeHref(nodeId)}>{nodeId}</a> : nodeId}
                            </th>
                            <td>{was ? inWords(was) : 'not there'}</td>
                            <td>{wouldBe ? inWords(wouldBe) : 'not there'}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}

function inWords(use: NonNullable<WhatIfAnswer['nodes'][number]['was']>): string {
    return [
        count(use.resources, 'resource'),
        `${number(use.cpuCores)} cores`,
        megabytes(use.ramMB),
        gigabytes(use.diskGB),
        count(use.gpus, 'GPU'),
        count(use.migSlices, 'slice'),
    ].join(', ');
}
