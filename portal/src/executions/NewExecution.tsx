import { useMemo, useRef, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import type { ExecutionView } from '../api/types';
import { useApp, usePart } from '../app';
import { executionHref, goTo, pageHref } from '../routing';
import type { Json } from '../ui/diff';
import { usePostOnce } from '../ui/once';
import { PageHead } from '../ui/PageHead';
import { lineOf } from '../ui/places';
import { ProblemText } from '../ui/ProblemText';

/** Steps of somebody's own choice, as JSON; where a plan is wrong shows at its line. */
export function NewExecution() {
    const { notices } = useApp();
    const postOnce = usePostOnce();
    const example = useExample();
    const [text, setText] = useState(example);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [asking, setAsking] = useState(false);
    const field = useRef<HTMLTextAreaElement>(null);
    const plan = parsed(text);
    const send = async (): Promise<void> => {
        setAsking(true);
        setProblem(null);
        try {
            const made = await postOnce<ExecutionView>('executions', plan.value);
            notices.tell(`Began ${made.name}`);
            goTo(executionHref(made.executionId));
        } catch (error) {
            setProblem(problemOf(error));
            setAsking(false);
        }
    };
    const show = (line: number): void => {
        const before = text.split('\n').slice(0, line - 1).join('\n').length;
        const from = line === 1 ? 0 : before + 1;
        const end = text.indexOf('\n', from);
        field.current?.focus();
        field.current?.setSelectionRange(from, end === -1 ? text.length : end);
    };
    return (
        <>
            <p className="crumbs">
                <a href={pageHref('executions')}>Executions</a>
            </p>
            <PageHead title="New execution" />
            <form
                className="panel editor"
                onSubmit={(event) => {
                    event.preventDefault();
                    void send();
                }}
            >
                <p className="fine">
                    Each step names a node, an action and its data; <code>dependsOn</code> names the
                    steps before it. What depends on nothing runs side by side. Actions:{' '}
                    <code>container.pull</code>, and <code>start</code>, <code>stop</code>,{' '}
                    <code>restart</code>, <code>pause</code>, <code>resume</code> of{' '}
                    <code>container.</code> and <code>vm.</code> with a resource that is there.
                </p>
                <textarea
                    ref={field}
                    aria-label="Plan as JSON"
                    value={text}
                    spellCheck={false}
                    rows={Math.min(34, Math.max(14, text.split('\n').length + 1))}
                    onChange={(event) => setText(event.target.value)}
                />
                <div role="status">
                    {plan.error !== null ? <p className="failure">{plan.error}</p> : null}
                </div>
                <div role="alert">
                    {problem !== null ? (
                        <div className="banner danger">
                            <div>
                                <ProblemText problem={problem} />
                                {plan.error === null ? (
                                    <Places problem={problem} text={text} show={show} />
                                ) : null}
                            </div>
                        </div>
                    ) : null}
                </div>
                <div className="buttons">
                    <a className="button" href={pageHref('executions')}>
                        Leave it
                    </a>
                    <button
                        type="submit"
                        className="primary"
                        disabled={asking || plan.error !== null}
                    >
                        {asking ? 'Asking…' : 'Begin'}
                    </button>
                </div>
            </form>
        </>
    );
}

interface PlacesProps {
    problem: Problem;
    text: string;
    show: (line: number) => void;
}

function Places({ problem, text, show }: PlacesProps) {
    const lines = (problem.errors ?? []).map((it) => lineOf(text, it.pointer));
    return (
        <div className="actions wide">
            {[...new Set(lines)].map((line) => (
                <button key={line} type="button" className="small" onClick={() => show(line)}>
                    Show line {line}
                </button>
            ))}
        </div>
    );
}

/** A plan that works as it stands, if there is a container to restart. */
function useExample(): string {
    const resources = usePart((picture) => picture.fleet.resources);
    return useMemo(() => {
        const found = [...resources.values()].find(
            (it) => it.resourceType !== 'virtual-machine' && it.status === 'running',
        );
        const step = {
            name: 'restart',
            nodeId: found?.nodeId ?? 'gpu-1',
            action: 'container.restart',
            data: { resourceId: found?._id ?? '' },
            retry: { max: 2, initialDelayMs: 1000 },
            timeoutSeconds: 120,
        };
        return JSON.stringify({ name: 'restart once more', steps: [step] }, null, 2);
        // Only what it begins with: later changes of the fleet are no reason to write over it.
    }, []);
}

function parsed(text: string): { value: Json; error: string | null } {
    try {
        return { value: JSON.parse(text) as Json, error: null };
    } catch (error) {
        return { value: null, error: error instanceof Error ? error.message : String(error) };
    }
}
