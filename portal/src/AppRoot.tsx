import { useEffect, useState, useSyncExternalStore } from 'react';
import { Api } from './api/client';
import { AppContext } from './app';
import { FleetStore } from './fleet/store';
import { Frame } from './frame/Frame';
import { LoginPage } from './session/LoginPage';
import type { Session, Sessions } from './session/session';
import { Notices } from './ui/notices';
import { Tips } from './ui/Tips';

export function AppRoot({ sessions, base }: { sessions: Sessions; base: string }) {
    const session = useSyncExternalStore(sessions.subscribe, sessions.current);
    return (
        <>
            {session === null ? (
                <LoginPage base={base} sessions={sessions} />
            ) : (
                <SignedIn key={session.token} session={session} sessions={sessions} base={base} />
            )}
            <Tips />
        </>
    );
}

interface Props {
    session: Session;
    sessions: Sessions;
    base: string;
}

/** Timers take no longer pause than this. */
const LONGEST_PAUSE = 2 ** 31 - 1;

function SignedIn({ session, sessions, base }: Props) {
    const [app] = useState(() => {
        const api = new Api({
            base,
            token: () => session.token,
            onRefused: () => sessions.expire(session),
        });
        return { api, store: new FleetStore(api), notices: new Notices() };
    });
    useEffect(() => {
        app.store.start();
        return () => app.store.stop();
    }, [app]);
    useEffect(() => {
        const left = session.expiresAt - Date.now();
        const timer = setTimeout(() => sessions.expire(session), Math.min(left, LONGEST_PAUSE));
        return () => clearTimeout(timer);
    }, [session, sessions]);
    return (
        <AppContext value={app}>
            <Frame username={session.username} signOut={() => sessions.signOut()} />
        </AppContext>
    );
}
