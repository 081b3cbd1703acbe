import { useRef } from 'react';
import { freshKey } from '../api/client';
import { ProblemError } from '../api/problem';
import { useApp } from '../app';

/** Posts; whoever asks for the same again because no answer came gets what became of the first. */
export function usePostOnce(): <T>(path: string, body: unknown) => Promise<T> {
    const { api } = useApp();
    const unanswered = useRef<{ asked: string; key: string } | null>(null);
    return async <T>(path: string, body: unknown): Promise<T> => {
        const asked = JSON.stringify([path, body]);
        if (unanswered.current?.asked !== asked) {
            unanswered.current = { asked, key: freshKey() };
        }
        const { key } = unanswered.current;
        try {
            const answer = await api.post<T>(path, body, key);
            unanswered.current = null;
            return answer;
        } catch (error) {
            if (!(error instanceof ProblemError && error.passes)) {
                unanswered.current = null;
            }
            throw error;
        }
    };
}
