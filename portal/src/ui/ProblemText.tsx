import { type Problem, adviceFor } from '../api/problem';

/** A problem as a person reads it: what, why, what to do, and the number to look it up by. */
export function ProblemText({ problem }: { problem: Problem }) {
    const advice = adviceFor(problem);
    const named = problem.correlationId ?? null;
    return (
        <div className="problem">
            <strong>{problem.title}</strong>
            {problem.detail ? <p>{sentence(problem.detail)}</p> : null}
            {problem.errors != null && problem.errors.length > 0 ? (
                <ul>
                    {problem.errors.map((error) => (
                        <li key={error.pointer + error.code}>
                            <code>{error.pointer}</code> {error.message}
                        </li>
                    ))}
                </ul>
            ) : null}
            {advice !== null ? <p className="advice">{advice}</p> : null}
            <p className="fine">
                {problem.code}
                {named !== null ? <> · {named}</> : null}
            </p>
        </div>
    );
}

function sentence(text: string): string {
    const capital = text.charAt(0).toUpperCase() + text.slice(1);
    return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
