import { useEffect, useLayoutEffect, useRef, useState } from 'react';

interface Tip {
    text: string;
    target: Element;
}

const DELAY = 120;

/**
 * Shows the text of `data-tip` of whatever the pointer or the keyboard is on. The text repeats what a
 * label or other words on the page say, so it is hidden from screen readers.
 */
export function Tips() {
    const [tip, setTip] = useState<Tip | null>(null);
    const box = useRef<HTMLDivElement>(null);
    const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

    useEffect(() => {
        const later = (next: Tip | null) => {
            clearTimeout(timer.current);
            timer.current = setTimeout(() => setTip(next), DELAY);
        };
        const over = (event: Event) => {
            const target = event.target as Element;
            if (box.current?.contains(target)) {
                clearTimeout(timer.current);
                return;
            }
            later(tipOf(target));
        };
        const focused = (event: FocusEvent) => {
            const target = event.target as Element;
            later(target.matches(':focus-visible') ? tipOf(target) : null);
        };
        const hide = () => later(null);
        const escaped = (event: KeyboardEvent) => {
            if (event.key === 'Escape') {
                setTip(null);
            }
        };
        document.addEventListener('pointerover', over);
        document.addEventListener('focusin', focused);
        document.addEventListener('focusout', hide);
        document.addEventListener('pointerdown', hide);
        document.addEventListener('keydown', escaped);
        return () => {
            clearTimeout(timer.current);
            document.removeEventListener('pointerover', over);
            document.removeEventListener('focusin', focused);
            document.removeEventListener('focusout', hide);
            document.removeEventListener('pointerdown', hide);
            document.removeEventListener('keydown', escaped);
        };
    }, []);

    useLayoutEffect(() => {
        if (tip !== null && box.current !== null) {
            place(box.current, tip.target.getBoundingClientRect());
        }
    }, [tip]);

    if (tip === null || !tip.target.isConnected) {
        return null;
    }
    return (
        <div className="tip" ref={box} role="tooltip" aria-hidden="true">
            {tip.text}
        </div>
    );
}

function tipOf(element: Element): Tip | null {
    const target = element.closest('[data-tip]');
    const text = target?.getAttribute('data-tip') ?? '';
    return target !== null && text !== '' ? { text, target } : null;
}

function place(box: HTMLElement, target: DOMRect): void {
    const { width, height } = box.getBoundingClientRect();
    const left = target.left + target.width / 2 - width / 2;
    const above = target.top - height - 6;
    box.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
    box.style.top = `${above > 8 ? above : target.bottom + 6}px`;
}
