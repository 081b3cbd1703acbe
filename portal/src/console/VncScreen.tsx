import RFB from '@novnc/novnc';
import { useEffect, useRef, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import type { TicketAnswer } from '../api/types';
import { ProblemText } from '../ui/ProblemText';
import { visitUrl } from './visit';

interface Props {
    name: string;
    ticket: () => Promise<TicketAnswer>;
}

/** The screen, keyboard and pointer of a machine. */
export default function VncScreen({ name, ticket }: Props) {
    const frame = useRef<HTMLDivElement>(null);
    const rfb = useRef<RFB | null>(null);
    const [state, setState] = useState('Connecting…');
    const [ended, setEnded] = useState(false);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [turn, setTurn] = useState(0);
    const ask = useRef(ticket);
    ask.current = ticket;

    useEffect(() => {
        let left = false;
        const began = (answer: TicketAnswer) => {
            if (left || frame.current === null) {
                return;
            }
            const screen = new RFB(frame.current, visitUrl(answer), {
                credentials: { password: answer.password ?? '' },
            });
            rfb.current = screen;
            screen.scaleViewport = true;
            screen.background = 'transparent';
            screen.addEventListener('connect', () => {
                setState('Connected');
                screen.focus();
            });
            screen.addEventListener('disconnect', (event) => {
                if (!left) {
                    setState(event.detail.clean ? 'Ended' : 'The connection broke');
                    setEnded(true);
                }
            });
        };
        ask.current().then(began, (error: unknown) => {
            if (!left) {
                setProblem(problemOf(error));
                setState('Refused');
                setEnded(true);
            }
        });
        return () => {
            left = true;
            rfb.current?.disconnect();
            rfb.current = null;
        };
    }, [turn]);

    return (
        <div className="screen-box">
            <div className="section-head">
                <p role="status" className="fine">
                    {state}
                </p>
                <div className="buttons">
                    <button type="button" onClick={() => rfb.current?.sendCtrlAltDel()}>
                        Send Ctrl Alt Del
                    </button>
                    <button type="button" onClick={() => void frame.current?.requestFullscreen()}>
                        Full screen
                    </button>
                    {ended ? (
                        <button
                            type="button"
                            onClick={() => {
                                setState('Connecting…');
                                setEnded(false);
                                setProblem(null);
                                setTurn(turn + 1);
                            }}
                        >
                            Connect again
                        </button>
                    ) : null}
                </div>
            </div>
            {problem !== null ? <ProblemText problem={problem} /> : null}
            <div ref={frame} className="screen" role="group" aria-label={`Screen of ${name}`} />
        </div>
    );
}
