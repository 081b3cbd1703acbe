// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { Sessions } from './session';

beforeEach(() => sessionStorage.clear());

const SESSION = { token: 't', username: 'admin', expiresAt: 2_000 };

it('is there again after a reload, until it expires', () => {
    new Sessions(sessionStorage, 1_000).begin(SESSION);
    expect(new Sessions(sessionStorage, 1_999).current()).toEqual(SESSION);
    expect(new Sessions(sessionStorage, 2_000).current()).toBeNull();
});

it('is gone after signing out, and says so when it ended by itself', () => {
    const sessions = new Sessions(sessionStorage, 1_000);
    sessions.begin(SESSION);
    sessions.signOut();
    expect([sessions.current(), sessions.expired, sessionStorage.length]).toEqual([null, false, 0]);
    sessions.begin(SESSION);
    sessions.expire({ ...SESSION, token: 'the one before' });
    expect(sessions.current()).toEqual(SESSION);
    sessions.expire(SESSION);
    expect([sessions.current(), sessions.expired, sessionStorage.length]).toEqual([null, true, 0]);
});

it('takes nothing that is not a session', () => {
    for (const stored of ['{', '5', '{"token":"t"}']) {
        sessionStorage.setItem('aiwm.session', stored);
        expect(new Sessions(sessionStorage, 0).current()).toBeNull();
    }
});
