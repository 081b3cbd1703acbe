import { useState } from 'react';
import type { TicketAnswer } from '../api/types';
import { useApp } from '../app';
import type { TabProps } from '../resource/ResourcePage';
import { NotRunning } from './NotRunning';
import Terminal from './Terminal';

/** A program on a terminal in the container: a shell unless another is named. */
export default function TerminalTab({ resource }: TabProps) {
    const { api } = useApp();
    const [command, setCommand] = useState('');
    const [opened, setOpened] = useState<string | null>(null);
    if (resource.status !== 'running') {
        return <NotRunning resource={resource} what="a terminal" />;
    }
    const words = (opened ?? '').trim().split(/\s+/).filter(Boolean);
    return (
        <div className="panel">
            <form
                className="filters"
                onSubmit={(event) => {
                    event.preventDefault();
                    setOpened(command);
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
                    key={opened}
                    label={`Terminal in ${resource.name}`}
                    ticket={(columns, rows) =>
                        api.post<TicketAnswer>(`resources/${resource._id}/terminal`, {
                            columns,
                            rows,
                            ...(words.length > 0 ? { command: words } : {}),
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
