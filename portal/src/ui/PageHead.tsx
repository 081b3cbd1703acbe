import { type ReactNode, useEffect } from 'react';

/** The heading of a page, which is also the title of the browser's tab. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
    useEffect(() => {
        document.title = `${title} · AIWM`;
    }, [title]);
    return (
        <header className="section-head page-head">
            <h1>{title}</h1>
            {children}
        </header>
    );
}
