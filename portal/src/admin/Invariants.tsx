import type { PresentView } from '../api/types';
import { Check, EverOneOwner } from '../audit/Proof';
import { count } from '../format';
import { executionHref, resourceHref } from '../routing';
import { Age } from '../ui/Time';

/** What must always be so: looked for now, and over all of history. */
export function Invariants() {
    return (
        <section aria-labelledby="invariants">
            <header className="section-head">
                <h2 id="invariants">Invariants</h2>
            </header>
            <div className="charts">
                <Check<PresentView>
                    title="Nothing is stuck"
                    about="For every execution, claim and resource that is under way something is known that will end it: a step that is out, a pause, a time."
                    path="admin/invariants"
                    passed={(it) => it.hold}
                    show={(it) => <Present view={it} />}
                />
                <EverOneOwner />
            </div>
        </section>
    );
}

function Present({ view }: { view: PresentView }) {
    return view.hold ? (
        <p>
            True of {count(view.executions, 'execution')}, {count(view.claims, 'claim')} and{' '}
            {count(view.resources, 'resource')}.
        </p>
    ) : (
        <ul>
            {view.violations.slice(0, 50).map((it) => (
                <li key={`${it.rule}/${it.id}`}>
                    <a
                        href={
                            /^(execution|deadline)/.test(it.rule)
                                ? executionHref(it.id)
                                : resourceHref(it.id)
                        }
                    >
                        {it.id}
                    </a>{' '}
                    {it.nodeId ? `on ${it.nodeId}` : ''}: {it.explanation}, for{' '}
                    <Age at={it.since} /> <span className="fine">{it.rule}</span>
                </li>
            ))}
            {view.violations.length > 50 ? <li>and {view.violations.length - 50} more</li> : null}
        </ul>
    );
}
