import { useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import type { ResourceView } from '../api/types';
import { useApp } from '../app';
import { CopyButton } from '../ui/Copyable';
import { type Json, differences, mergePatch } from '../ui/diff';
import { DiffTable } from '../ui/DiffTable';
import { ProblemText } from '../ui/ProblemText';
import type { TabProps } from './ResourcePage';

/** What was seen when the editing began: later changes of others must not be overwritten unseen. */
interface Draft {
    text: string;
    seen: Json;
    version: number;
}

export default function ConfigTab({ resource }: TabProps) {
    const [draft, setDraft] = useState<Draft | null>(null);
    const text = JSON.stringify(editable(resource), null, 2);
    if (draft !== null) {
        return (
            <Editor
                resource={resource}
                draft={draft}
                change={setDraft}
                close={() => setDraft(null)}
            />
        );
    }
    return (
        <div className="panel">
            <div className="section-head">
                <h2>Configuration</h2>
                <div className="buttons">
                    <CopyButton text={text} what="configuration" />
                    <button
                        type="button"
                        disabled={resource.status === 'deleted'}
                        onClick={() =>
                            setDraft({
                                text,
                                seen: editable(resource),
                                version: resource.version,
                            })
                        }
                    >
                        Edit
                    </button>
                </div>
            </div>
            <pre tabIndex={0}>
                <code>{text}</code>
            </pre>
        </div>
    );
}

interface EditorProps {
    resource: ResourceView;
    draft: Draft;
    change: (draft: Draft) => void;
    close: () => void;
}

function Editor({ resource, draft, change, close }: EditorProps) {
    const { api, store, notices } = useApp();
    const [problem, setProblem] = useState<Problem | null>(null);
    const [asking, setAsking] = useState(false);
    const edited = parsed(draft.text);
    const found = edited.value === undefined ? [] : differences(draft.seen, edited.value);
    const stale = resource.version !== draft.version;
    const send = async (): Promise<void> => {
        if (edited.value === undefined) {
            return;
        }
        setAsking(true);
        setProblem(null);
        try {
            await api.patch(
                `resources/${resource._id}`,
                patchOf(draft.seen, edited.value, resource),
                draft.version,
            );
            notices.tell(`Changed ${resource.name}`);
            store.look('resource', resource._id);
            close();
        } catch (error) {
            setProblem(problemOf(error));
            setAsking(false);
        }
    };
    return (
        <form
            className="panel editor"
            onSubmit={(event) => {
                event.preventDefault();
                void send();
            }}
        >
            <h2>Edit the configuration</h2>
            <p className="fine">
                While it runs its size can be changed; all else of the configuration while it is
                stopped or failed. What shows as *** is secret and stays as it is.
            </p>
            <textarea
                aria-label="Configuration as JSON"
                value={draft.text}
                spellCheck={false}
                rows={Math.min(30, draft.text.split('\n').length + 1)}
                onChange={(event) => change({ ...draft, text: event.target.value })}
            />
            <div role="status">
                {edited.error !== null ? <p className="failure">{edited.error}</p> : null}
            </div>
            {stale ? (
                <div className="banner warning">
                    <div>
                        Somebody or something changed it meanwhile: it is at version{' '}
                        {resource.version}, this began at {draft.version}.
                    </div>
                    <button
                        type="button"
                        onClick={() =>
                            change({
                                ...draft,
                                seen: editable(resource),
                                version: resource.version,
                            })
                        }
                    >
                        Compare with the new state
                    </button>
                </div>
            ) : null}
            {found.length > 0 ? (
                <DiffTable differences={found} label="What will change" />
            ) : (
                <p className="fine">Nothing is changed yet.</p>
            )}
            <div role="alert">{problem !== null ? <ProblemText problem={problem} /> : null}</div>
            <div className="buttons">
                <button type="button" onClick={close}>
                    Leave it
                </button>
                <button
                    type="submit"
                    className="primary"
                    disabled={found.length === 0 || asking || stale}
                >
                    {asking ? 'Changing…' : 'Change it'}
                </button>
            </div>
        </form>
    );
}

function editable(resource: ResourceView): Json {
    return {
        name: resource.name,
        description: resource.description ?? '',
        labels: resource.labels ?? {},
        config: resource.config as Json,
    };
}

/** The kind of a configuration stands in every patch of one: it says what the rest means. */
function patchOf(seen: Json, edited: Json, resource: ResourceView): Json {
    const patch = mergePatch(seen, edited) as { config?: { [name: string]: Json } };
    return patch.config === undefined
        ? patch
        : { ...patch, config: { type: resource.resourceType, ...patch.config } };
}

function parsed(text: string): { value: Json | undefined; error: string | null } {
    try {
        const value = JSON.parse(text) as Json;
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? { value, error: null }
            : { value: undefined, error: 'A configuration is an object, in braces.' };
    } catch (error) {
        return { value: undefined, error: error instanceof Error ? error.message : String(error) };
    }
}
