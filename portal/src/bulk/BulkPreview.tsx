import { useState } from 'react';
import type { BulkPlan, ResourceFilter, ResourceTask } from '../api/bulk';
import { type Problem, problemOf } from '../api/problem';
import { useApp } from '../app';
import { count } from '../format';
import { resourceHref } from '../routing';
import { ProblemText } from '../ui/ProblemText';

const NAMED = 50;

/** Which resources match now; nothing is done to them. */
export function BulkPreview({ operation, filter }: { operation: ResourceTask; filter: ResourceFilter }) {
    const { api } = useApp();
    const [plan, setPlan] = useState<BulkPlan | null>(null);
    const [problem, setProblem] = useState<Problem | null>(null);
    const look = async (): Promise<void> => {
        setProblem(null);
        setPlan(null);
        try {
            setPlan(
                await api.post<BulkPlan>('resources/bulk', { operation, filter, dryRun: true }),
            );
        } catch (error) {
            setProblem(problemOf(error));
        }
    };
    return (
        <section className="panel" aria-label="What matches">
            <p>
                <button type="button" onClick={() => void look()}>
                    Which would they be now?
                </button>
            </p>
            {problem !== null ? <ProblemText problem={problem} /> : null}
            <div role="status">
                {plan !== null ? (
                    <>
                        <p>
                            {count(plan.total, 'resource')},{' '}
                            {plan.items.filter((it) => it.allowed).length} of which would take it
                            now.
                        </p>
                        <ul className="names">
                            {plan.items.slice(0, NAMED).map((it) => (
                                <li key={it.resourceId}>
                                    <a href={resourceHref(it.resourceId)}>
                                        {it.name ?? it.resourceId}
                                    </a>{' '}
                                    <span className="fine">
                                        {it.status}
                                        {it.allowed ? '' : ', would refuse'}
                                    </span>
                                </li>
                            ))}
                            {plan.items.length > NAMED ? (
                                <li>and {plan.items.length - NAMED} more</li>
                            ) : null}
                        </ul>
                    </>
                ) : null}
            </div>
        </section>
    );
}
