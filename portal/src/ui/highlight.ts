import { type CSSProperties, useSyncExternalStore } from 'react';
import { hueOf } from '../fleet/hues';

/**
 * What one resource holds has one colour everywhere, and lights up everywhere when the pointer or the
 * keyboard is on any of it.
 */
const listeners = new Set<() => void>();
let lit: string | null = null;

function light(resourceId: string | null): void {
    if (lit !== resourceId) {
        lit = resourceId;
        listeners.forEach((listener) => listener());
    }
}

function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

export function useLit(resourceId: string | null): boolean {
    return useSyncExternalStore(subscribe, () => resourceId !== null && lit === resourceId);
}

/** Spread onto whatever belongs to the resource. */
export function lights(resourceId: string | null) {
    return resourceId === null
        ? {}
        : {
              onPointerEnter: () => light(resourceId),
              onPointerLeave: () => light(null),
              onFocus: () => light(resourceId),
              onBlur: () => light(null),
          };
}

export function ownerStyle(resourceId: string): CSSProperties {
    return { '--hue': hueOf(resourceId) } as CSSProperties;
}
