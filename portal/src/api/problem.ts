/** Problem documents (RFC 9457), and what a person can do about each. */

export interface FieldError {
    pointer: string;
    code: string;
    message: string;
}

export interface Problem {
    status: number;
    title: string;
    code: string;
    detail?: string | null;
    correlationId?: string | null;
    errors?: FieldError[] | null;
    [detail: string]: unknown;
}

/** No answer came, so nobody but this page can say what is wrong. */
export const UNREACHABLE = 'UNREACHABLE';
/** An answer came that this product did not write: a proxy, or a server of another kind. */
const FOREIGN = 'UNEXPECTED_ANSWER';

export class ProblemError extends Error {
    readonly problem: Problem;

    constructor(problem: Problem) {
        super(problem.detail ?? problem.title);
        this.name = 'ProblemError';
        this.problem = problem;
    }

    /** The same request may well succeed a little later. */
    get passes(): boolean {
        const { status } = this.problem;
        return status === 0 || status === 429 || status === 502 || status === 503 || status === 504;
    }
}

export function problemOf(error: unknown): Problem {
    if (error instanceof ProblemError) {
        return error.problem;
    }
    const detail = error instanceof Error ? error.message : String(error);
    return { status: 0, title: 'Something went wrong in this page', code: 'PAGE_ERROR', detail };
}

export function unreachable(): Problem {
    return {
        status: 0,
        title: 'The server does not answer',
        code: UNREACHABLE,
        detail: 'No connection could be made.',
    };
}

export function parseProblem(status: number, contentType: string | null, body: string): Problem {
    if (contentType !== null && /[/+]json/.test(contentType)) {
        try {
            const read: unknown = JSON.parse(body);
            if (typeof read === 'object' && read !== null && !Array.isArray(read)) {
                const found = read as Partial<Problem>;
                return {
                    ...found,
                    status,
                    title: found.title ?? `The server answered ${status}`,
                    code: found.code ?? FOREIGN,
                };
            }
        } catch {
            // Not what it claims to be: shown below as an answer of somebody else.
        }
    }
    return {
        status,
        title: `The server answered ${status}`,
        code: FOREIGN,
        detail: 'The answer is not a problem document; it may come from a proxy in between.',
    };
}

const ADVICE: Record<string, string> = {
    [UNREACHABLE]: 'Check that the server runs (./aiwm up) and that you can reach it from here.',
    [FOREIGN]: 'Check what answers at this address, and its log.',
    UNAUTHENTICATED: 'Sign in again.',
    FORBIDDEN: 'Ask an administrator for the right to do this.',
    NOT_FOUND: 'It may have been deleted meanwhile; look in the list.',
    NODE_NOT_FOUND: 'Check the node’s id in the list of nodes.',
    OPERATION_IN_PROGRESS: 'Wait until what is under way has ended, then try again.',
    NODE_FENCED: 'The node is out of reach. Check its agent and its network; it returns by itself.',
    NODE_NOT_CONNECTED: 'Start the agent on the node, then try again.',
    NODE_CORDONED: 'Uncordon the node, or choose another.',
    NODE_IN_USE: 'Delete or move what the node still holds first.',
    RESERVATION_EXPIRED: 'Its reservation ran out before it was used. Create it again.',
    VERSION_MISMATCH: 'Somebody changed it meanwhile. Look at the new state, then try again.',
    CPU_EXHAUSTED: 'Free CPU on the node, ask for less, or let another node be chosen.',
    RAM_EXHAUSTED: 'Free memory on the node, ask for less, or let another node be chosen.',
    DISK_EXHAUSTED: 'Free disk space on the node, ask for less, or let another node be chosen.',
    GPU_TAKEN: 'Stop or delete the holder, choose another GPU, or ask for a number of GPUs.',
    GPU_EXHAUSTED: 'Stop or delete a holder, or let another node be chosen.',
    GPU_UNKNOWN: 'Use a GPU id that the node shows.',
    MIG_EXHAUSTED: 'Delete a holder of such a slice, or choose another profile.',
    MIG_PROFILE_UNKNOWN: 'Use a MIG profile that the node shows.',
    MIG_NEEDS_VGPU: 'Choose a node with vGPU, or use GPU passthrough.',
    IP_TAKEN: 'Choose another address in this VLAN.',
    PORT_TAKEN: 'Choose another host port.',
    ENGINE_MISSING: 'Choose a node that runs the engine this kind of resource needs.',
    NO_NODE_FITS: 'Free capacity, uncordon a node, or ask for less.',
    TOO_MANY_REQUESTS: 'Wait a moment, then try again.',
    NOT_YET_VISIBLE: 'The read model is catching up. Try again in a moment.',
    UNAVAILABLE: 'The server is starting or busy. Try again in a moment.',
    TIMED_OUT: 'Nothing is lost; look at the state before you try again.',
    NOT_IMPLEMENTED: 'This comes with a later release.',
};

/** What to do about a problem, in one sentence; null when the problem says it all. */
export function adviceFor(problem: Problem): string | null {
    if (problem.code === 'ILLEGAL_TRANSITION') {
        const allowed = problem.allowedActions;
        return Array.isArray(allowed) && allowed.length > 0
            ? `Possible now: ${allowed.join(', ')}.`
            : 'Wait until what is under way has ended.';
    }
    if (problem.code === FOREIGN && problem.status >= 502 && problem.status <= 504) {
        return 'A proxy answers, the server behind it does not. The page goes on by itself once it does.';
    }
    const known = ADVICE[problem.code];
    if (known !== undefined) {
        return known;
    }
    if (problem.errors != null && problem.errors.length > 0) {
        return 'Correct these fields and send it again.';
    }
    return problem.status >= 500 ? 'The server’s log tells more, under the number below.' : null;
}
