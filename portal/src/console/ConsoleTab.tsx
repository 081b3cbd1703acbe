import { Suspense, lazy, useState } from 'react';
import type { TicketAnswer } from '../api/types';
import { useApp } from '../app';
import type { TabProps } from '../resource/ResourcePage';
import { NotRunning } from './NotRunning';

const Terminal = lazy(() => import('./Terminal'));
const VncScreen = lazy(() => import('./VncScreen'));

/** The screen of a machine, or its serial line. */
export default function ConsoleTab({ resource }: TabProps) {
    const { api } = useApp();
    const [kind, setKind] = useState<'vnc' | 'serial' | null>(null);
    if (resource.status !== 'running' && resource.status !== 'paused') {
        return <NotRunning resource={resource} what="a console" />;
    }
    const ticket = (which: 'vnc' | 'serial') =>
        api.get<TicketAnswer>(`resources/${resource._id}/console`, {
            kind: which === 'serial' ? which : undefined,
        });
    return (
        <div className="panel">
            <div className="chips" role="group" aria-label="Console">
                <button
                    type="button"
                    className="choice"
                    aria-pressed={kind === 'vnc'}
                    onClick={() => setKind('vnc')}
                >
                    Screen (VNC)
                </button>
                <button
                    type="button"
                    className="choice"
                    aria-pressed={kind === 'serial'}
                    onClick={() => setKind('serial')}
                >
                    Serial line
                </button>
            </div>
            <Suspense fallback={<p className="loading">Loading…</p>}>
                {kind === 'vnc' ? (
                    <VncScreen name={resource.name} ticket={() => ticket('vnc')} />
                ) : kind === 'serial' ? (
                    <Terminal
                        label={`Serial line of ${resource.name}`}
                        ticket={() => ticket('serial')}
                    />
                ) : (
                    <p className="fine">
                        The node needs no open port: the console comes over the connection of its
                        agent, behind a ticket that is good once.
                    </p>
                )}
            </Suspense>
        </div>
    );
}
