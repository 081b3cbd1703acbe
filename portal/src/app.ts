import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Api } from './api/client';
import type { FleetStore, Picture } from './fleet/store';
import type { Notices } from './ui/notices';

/** What every part of the page may use once somebody is signed in. */
export interface App {
    api: Api;
    store: FleetStore;
    notices: Notices;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
    const app = useContext(AppContext);
    if (app === null) {
        throw new Error('nobody is signed in');
    }
    return app;
}

/** A part of the picture; who uses it is drawn again only when that part is another. */
export function usePart<T>(part: (picture: Picture) => T): T {
    const { store } = useApp();
    return useSyncExternalStore(store.subscribe, () => part(store.current()));
}

export function usePicture(): Picture {
    const { store } = useApp();
    return useSyncExternalStore(store.subscribe, store.current);
}
