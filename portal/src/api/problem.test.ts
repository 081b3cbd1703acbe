import { describe, expect, it } from 'vitest';
import { ProblemError, adviceFor, parseProblem, problemOf, unreachable } from './problem';

const JSON_PROBLEM = 'application/problem+json';

describe('a problem', () => {
    it('is read with all that it says', () => {
        const body = JSON.stringify({
            title: 'GPU taken',
            status: 409,
            code: 'GPU_TAKEN',
            holder: { name: 'x' },
        });
        const problem = parseProblem(409, JSON_PROBLEM, body);
        expect(problem).toMatchObject({
            title: 'GPU taken',
            code: 'GPU_TAKEN',
            holder: { name: 'x' },
        });
        expect(adviceFor(problem)).toMatch(/Stop or delete the holder/);
    });

    it('is made up when the answer comes from somebody else', () => {
        for (const [type, body] of [
            ['text/html', '<h1>'],
            [JSON_PROBLEM, '{'],
            [JSON_PROBLEM, '[]'],
            [null, ''],
        ]) {
            const problem = parseProblem(502, type ?? null, body ?? '');
            expect(problem.code).toBe('UNEXPECTED_ANSWER');
            expect(problem.status).toBe(502);
        }
    });

    it('tells a proxy from the server behind it', () => {
        expect(adviceFor(parseProblem(502, 'text/html', ''))).toMatch(/proxy/);
        expect(adviceFor(parseProblem(418, 'text/html', ''))).toMatch(/what answers/);
    });

    it('says what is possible when the wish was not', () => {
        const refused = (allowedActions: unknown) =>
            adviceFor({ status: 409, title: '', code: 'ILLEGAL_TRANSITION', allowedActions });
        expect(refused(['start', 'delete'])).toBe('Possible now: start, delete.');
        expect(refused([])).toBe('Wait until what is under way has ended.');
    });

    it('says how to go on with wrong fields and with faults, and nothing where nothing helps', () => {
        const errors = [{ pointer: '/name', code: 'REQUIRED', message: 'is missing' }];
        expect(adviceFor({ status: 400, title: '', code: 'VALIDATION_FAILED', errors })).toMatch(
            /Correct/,
        );
        expect(adviceFor({ status: 500, title: '', code: 'INTERNAL' })).toMatch(/log/);
        expect(adviceFor({ status: 409, title: '', code: 'ALREADY_EXISTS' })).toBeNull();
    });

    it('is worth another try only when it passes', () => {
        const passes = (status: number) => new ProblemError({ status, title: '', code: '' }).passes;
        expect([0, 429, 503, 404, 409, 500].map(passes)).toEqual([
            true,
            true,
            true,
            false,
            false,
            false,
        ]);
        expect(problemOf(new ProblemError(unreachable())).code).toBe('UNREACHABLE');
        expect(problemOf(new Error('oops'))).toMatchObject({ code: 'PAGE_ERROR', detail: 'oops' });
    });
});
