import { useEffect, useState } from 'react';

/** A command to copy. What is shown is what is copied. */
export function Command({ label, text }: { label: string; text: string }) {
    return (
        <figure className="command">
            <figcaption>
                {label} <CopyButton text={text} what="command" />
            </figcaption>
            {/* Focusable, because it scrolls sideways. */}
            <pre tabIndex={0}>
                <code>{text}</code>
            </pre>
        </figure>
    );
}

export function CopyButton({ text, what }: { text: string; what: string }) {
    const [done, setDone] = useState<boolean | null>(null);
    useEffect(() => {
        if (done === null) {
            return;
        }
        const timer = setTimeout(() => setDone(null), 2000);
        return () => clearTimeout(timer);
    }, [done]);
    const words = done === null ? `Copy ${what}` : done ? 'Copied' : 'Select it and copy by hand';
    return (
        <button type="button" className="small" onClick={() => void copy(text).then(setDone)}>
            <span aria-live="polite">{words}</span>
        </button>
    );
}

async function copy(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return copyTheOldWay(text);
    }
}

/** Browsers lend the clipboard only to pages from HTTPS or from this machine. */
function copyTheOldWay(text: string): boolean {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'off-screen';
    document.body.append(field);
    field.select();
    try {
        return document.execCommand('copy');
    } catch {
        return false;
    } finally {
        field.remove();
    }
}
