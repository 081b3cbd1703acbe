import { useState } from 'react';
import type { TicketAnswer } from '../api/types';
import { useApp } from '../app';
import type { TabProps } from '../resource/ResourcePage';
import { words } from '../ui/words';
import { NotRunning } from './NotRunning';
import Terminal from './Terminal';

/** Each that is opened is another, even of the same program. */
interface Opened {
    program: string[];
    turn: number;
}

/** A program on a terminal in the container: a shell unless another is named. */
export default function TerminalTab({ resource }: TabProps) {
    const { api } = useApp();
    const [command, setCommand] = useState('');
    const [opened, setOpened] = useState<Opened | null>(null);
    if (resource.status !== 'running') {
        return <NotRunning resource={resource} what="a terminal" />;
    }
    return (
        <div className="panel">
            <form
                className="filters"
                onSubmit={(event) => {
                    event.preventDefault();
                    setOpened({ program: words(command), turn: (opened?.turn ?? 0) + 1 });
                }}
            >
                <input
                    aria-label="Program"
                    placeholder="A shell, or the program to run"
                    value={command}
                    spellCheck={false}
                    onChange={(event) => setCommand(event.target.value)}
                />
                <button type="submit" className="primary">
                    {opened === null ? 'Open a terminal' : 'Open anew'}
                </button>
            </form>
            {opened !== null ? (
                <Terminal
                    key={opened.turn}
                    label={`Terminal in ${resource.name}`}
                    ticket={(columns, rows) =>
                        api.post<TicketAnswer>(`resources/${resource._id}/terminal`, {
                            columns,
                            rows,
                            ...(opened.program.length > 0 ? { command: opened.program } : {}),
                        })
                    }
                />
            ) : (
                <p className="fine">
                    The program runs in the container and ends with the connection. What is typed
                    and shown is not kept.
                </p>
            )}
        </div>
    );
}
