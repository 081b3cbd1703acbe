import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { Terminal as Screen } from '@xterm/xterm';
import { useEffect, useRef, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import type { TicketAnswer } from '../api/types';
import { ProblemText } from '../ui/ProblemText';
import { endOf, visitUrl, wordIn } from './visit';

interface Props {
    label: string;
    /** Asks for a ticket; told how large the terminal is. */
    ticket: (columns: number, rows: number) => Promise<TicketAnswer>;
}

type State = 'connecting' | 'open' | 'ended';

const STATES = { connecting: 'Connecting…', open: 'Connected' };

/** A terminal whose other end is on the node. */
export default function Terminal({ label, ticket }: Props) {
    const frame = useRef<HTMLDivElement>(null);
    const [state, setState] = useState<State>('connecting');
    const [end, setEnd] = useState<string | null>(null);
    const [problem, setProblem] = useState<Problem | null>(null);
    const [turn, setTurn] = useState(0);
    const ask = useRef(ticket);
    ask.current = ticket;

    useEffect(() => {
        if (frame.current === null) {
            return;
        }
        const screen = new Screen({
            cursorBlink: true,
            fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--mono'),
            fontSize: 13,
            scrollback: 5000,
            screenReaderMode: true,
            theme: { background: '#0e1116', foreground: '#e6e9ef', cursor: '#7aa7ff' },
        });
        const fit = new FitAddon();
        screen.loadAddon(fit);
        screen.open(frame.current);
        fit.fit();
        const resized = new ResizeObserver(() => fit.fit());
        resized.observe(frame.current);
        const close = connect(screen, ask.current, {
            opened: () => {
                setState('open');
                screen.focus();
            },
            ended: (words) => {
                setState('ended');
                setEnd(words);
            },
            refused: (error) => {
                setState('ended');
                setProblem(problemOf(error));
            },
        });
        return () => {
            close();
            resized.disconnect();
            screen.dispose();
        };
    }, [turn]);

    const again = () => {
        setState('connecting');
        setEnd(null);
        setProblem(null);
        setTurn(turn + 1);
    };
    return (
        <div className="terminal-box">
            <div className="section-head">
                <p role="status" className="fine">
                    {state === 'ended' ? (end ?? 'Not connected') : STATES[state]}
                </p>
                {state === 'ended' ? (
                    <button type="button" onClick={again}>
                        Open another
                    </button>
                ) : (
                    <p className="fine">
                        <kbd>Ctrl</kbd> <kbd>Shift</kbd> <kbd>Esc</kbd> leaves the terminal
                    </p>
                )}
            </div>
            {problem !== null ? <ProblemText problem={problem} /> : null}
            <div ref={frame} className="terminal" aria-label={label} role="group" />
        </div>
    );
}

interface Outcome {
    opened: () => void;
    ended: (words: string) => void;
    refused: (error: unknown) => void;
}

function connect(screen: Screen, ticket: Props['ticket'], told: Outcome): () => void {
    let socket: WebSocket | null = null;
    let left = false;
    let end: string | null = null;
    const encoder = new TextEncoder();
    const say = (word: object) => {
        if (socket?.readyState === WebSocket.OPEN) {
            socket.send(JSON.stringify(word));
        }
    };
    screen.onData((typed) => {
        if (socket?.readyState === WebSocket.OPEN) {
            socket.send(encoder.encode(typed));
        }
    });
    screen.onResize(({ cols, rows }) => say({ resize: { columns: cols, rows } }));
    screen.attachCustomKeyEventHandler((event) => {
        // The keyboard must find a way out: Tab belongs to the program.
        if (event.key === 'Escape' && event.ctrlKey && event.shiftKey) {
            screen.blur();
            document.getElementById('main')?.focus();
            return false;
        }
        return true;
    });
    ticket(screen.cols, screen.rows).then(
        (answer) => {
            if (left) {
                return;
            }
            socket = new WebSocket(visitUrl(answer));
            socket.binaryType = 'arraybuffer';
            socket.onopen = () => {
                say({ resize: { columns: screen.cols, rows: screen.rows } });
                told.opened();
            };
            socket.onmessage = (message: MessageEvent<ArrayBuffer | string>) => {
                if (typeof message.data === 'string') {
                    end = endOf(wordIn(message.data));
                } else {
                    screen.write(new Uint8Array(message.data));
                }
            };
            socket.onclose = () => {
                if (!left) {
                    told.ended(end ?? endOf({}));
                }
            };
        },
        (error: unknown) => {
            if (!left) {
                told.refused(error);
            }
        },
    );
    return () => {
        left = true;
        socket?.close();
    };
}
