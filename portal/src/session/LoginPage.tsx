import { useId, useState } from 'react';
import { logIn } from '../api/client';
import { type Problem, problemOf } from '../api/problem';
import { ProblemText } from '../ui/ProblemText';
import type { Sessions } from './session';

export function LoginPage({ base, sessions }: { base: string; sessions: Sessions }) {
    const [username, setUsername] = useState('admin');
    const [password, setPassword] = useState('');
    const [problem, setProblem] = useState<Problem | null>(null);
    const [asking, setAsking] = useState(false);
    const ids = useId();

    const submit = async (): Promise<void> => {
        setAsking(true);
        setProblem(null);
        try {
            const { accessToken, expiresIn } = await logIn({ base }, username, password);
            sessions.begin({
                token: accessToken,
                username,
                expiresAt: Date.now() + expiresIn * 1000,
            });
        } catch (error) {
            setProblem(inWords(problemOf(error)));
            setAsking(false);
        }
    };

    return (
        <main className="login">
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    void submit();
                }}
            >
                <h1>
                    <img src="./favicon.svg" alt="" width="34" height="34" /> AIWM
                </h1>
                <p className="lead">Virtual machines, containers and models on your GPU servers.</p>
                {sessions.expired ? (
                    <p className="banner" role="status">
                        Your session has ended. Sign in to go on where you were.
                    </p>
                ) : null}
                <label htmlFor={`${ids}user`}>User</label>
                <input
                    id={`${ids}user`}
                    value={username}
                    autoComplete="username"
                    autoCapitalize="none"
                    spellCheck={false}
                    required
                    onChange={(event) => setUsername(event.target.value)}
                />
                <label htmlFor={`${ids}password`}>Password</label>
                <input
                    id={`${ids}password`}
                    type="password"
                    value={password}
                    autoComplete="current-password"
                    autoFocus
                    required
                    onChange={(event) => setPassword(event.target.value)}
                />
                <div role="alert">
                    {problem !== null ? <ProblemText problem={problem} /> : null}
                </div>
                <button type="submit" className="primary" disabled={asking}>
                    {asking ? 'Signing in…' : 'Sign in'}
                </button>
                <p className="fine">
                    The password of <code>admin</code> was printed once when the server first
                    started, or is what <code>AIWM_ADMIN_PASSWORD</code> says.
                </p>
            </form>
        </main>
    );
}

function inWords(problem: Problem): Problem {
    if (problem.status !== 401) {
        return problem;
    }
    return {
        ...problem,
        title: 'User and password do not match',
        detail: null,
        code: 'SIGN_IN_REFUSED',
    };
}
