import { useState } from 'react';

export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'aiwm.theme';
const ORDER: Theme[] = ['auto', 'light', 'dark'];

export function applyStoredTheme(): void {
    apply(stored());
}

/** Follows the system until the viewer chooses otherwise; the choice is kept in this browser. */
export function useTheme(): [Theme, () => void] {
    const [theme, setTheme] = useState(stored);
    const next = () => {
        const following = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? 'auto';
        localStorage.setItem(KEY, following);
        apply(following);
        setTheme(following);
    };
    return [theme, next];
}

function stored(): Theme {
    const found = localStorage.getItem(KEY);
    return ORDER.find((theme) => theme === found) ?? 'auto';
}

function apply(theme: Theme): void {
    if (theme === 'auto') {
        delete document.documentElement.dataset.theme;
    } else {
        document.documentElement.dataset.theme = theme;
    }
}
