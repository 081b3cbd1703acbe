import { useEffect, useSyncExternalStore } from 'react';
import type { Problem } from '../api/problem';
import { Icon } from './Icon';
import { ProblemText } from './ProblemText';

interface Notice {
    key: number;
    text: string;
    problem: Problem | null;
}

const SHOWN = 6000;

/** What the user is told about what the user did. */
export class Notices {
    private readonly listeners = new Set<() => void>();
    private notices: readonly Notice[] = [];
    private next = 1;

    readonly subscribe = (listener: () => void): (() => void) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    };

    readonly current = (): readonly Notice[] => this.notices;

    tell(text: string): void {
        this.change([...this.notices, { key: this.next++, text, problem: null }]);
    }

    refuse(text: string, problem: Problem): void {
        this.change([...this.notices, { key: this.next++, text, problem }]);
    }

    dismiss(key: number): void {
        this.change(this.notices.filter((notice) => notice.key !== key));
    }

    private change(notices: readonly Notice[]): void {
        this.notices = notices;
        this.listeners.forEach((listener) => listener());
    }
}

export function NoticeList({ notices }: { notices: Notices }) {
    const all = useSyncExternalStore(notices.subscribe, notices.current);
    const one = (notice: Notice) => (
        <NoticeBox key={notice.key} notice={notice} dismiss={() => notices.dismiss(notice.key)} />
    );
    return (
        <section className="notices" aria-label="Notices">
            <div role="alert">{all.filter((notice) => notice.problem !== null).map(one)}</div>
            <div role="status">{all.filter((notice) => notice.problem === null).map(one)}</div>
        </section>
    );
}

function NoticeBox({ notice, dismiss }: { notice: Notice; dismiss: () => void }) {
    const stays = notice.problem !== null;
    useEffect(() => {
        if (stays) {
            return;
        }
        const timer = setTimeout(dismiss, SHOWN);
        return () => clearTimeout(timer);
        // A notice is never changed, so its clock is started once.
    }, []);
    return (
        <div className={stays ? 'notice refused' : 'notice'}>
            <div>
                <p>{notice.text}</p>
                {notice.problem !== null ? <ProblemText problem={notice.problem} /> : null}
            </div>
            <button type="button" className="ghost" aria-label="Dismiss" onClick={dismiss}>
                <Icon name="close" />
            </button>
        </div>
    );
}
