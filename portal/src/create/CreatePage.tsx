import { type ReactNode, useState } from 'react';
import { type Problem, problemOf } from '../api/problem';
import type { ResourceView } from '../api/types';
import { useApp, usePicture } from '../app';
import { createCommand, post } from '../commands';
import type { PageProps } from '../frame/Frame';
import { TYPES } from '../resources/status';
import { pageHref, replaceRoute } from '../routing';
import { Command } from '../ui/Copyable';
import { Icon } from '../ui/Icon';
import { usePostOnce } from '../ui/once';
import { PageHead } from '../ui/PageHead';
import { ProblemText } from '../ui/ProblemText';
import { ContainerImage, ContainerSize, ContainerWays, Environment, InferenceImage } from './ContainerFields';
import { Created } from './Created';
import { type Editing, Select, Text } from './Fields';
import { EMPTY_FORM, type Form, type Kind, requestOf, withoutSecrets } from './form';
import { usable } from './free';
import { GpuFields } from './GpuFields';
import { CloudInit, MachineNetwork, MachineSize } from './MachineFields';
import '../styles/forms.css';
import '../styles/resource.css';

const KINDS: [Kind, string][] = [
    ['application-container', 'Runs any image: a web server, a database, a job.'],
    ['inference-container', 'Serves a model over HTTP, usually on GPUs.'],
    ['virtual-machine', 'A whole machine with its own system and disk.'],
];

const STRATEGIES = [
    ['', 'As the server decides'],
    ['pack', 'Prefer full nodes'],
    ['spread', 'Prefer empty nodes'],
] as const;

/** From a wish to a resource. The same request as a command stands beside it all the time. */
export default function CreatePage({ route }: PageProps) {
    const { api, store } = useApp();
    const postOnce = usePostOnce();
    const [form, setForm] = useState<Form>(() => {
        const kind = KINDS.find(([it]) => it === route.query.get('kind'))?.[0];
        return { ...EMPTY_FORM, kind: kind ?? 'application-container' };
    });
    const [problem, setProblem] = useState<Problem | null>(null);
    const [asking, setAsking] = useState(false);
    const [made, setMade] = useState<ResourceView | null>(null);
    const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
    const request = requestOf(form);
    if (made !== null) {
        return <Created made={made} again={() => setMade(null)} />;
    }
    const create = async (): Promise<void> => {
        setAsking(true);
        setProblem(null);
        try {
            const resource = await postOnce<ResourceView>('resources', request);
            store.look('resource', resource._id);
            setMade(resource);
        } catch (error) {
            setProblem(problemOf(error));
        }
        setAsking(false);
    };
    return (
        <>
            <PageHead title="Create a resource" />
            <div className="create">
                <form
                    onSubmit={(event) => {
                        event.preventDefault();
                        void create();
                    }}
                >
                    <Kinds
                        kind={form.kind}
                        choose={(kind) => {
                            change({ kind });
                            replaceRoute(pageHref('create', { kind }));
                        }}
                    />
                    <Sections form={form} change={change} />
                    <div role="alert">
                        {problem !== null ? (
                            <div className="banner danger">
                                <ProblemText problem={problem} />
                            </div>
                        ) : null}
                    </div>
                    <div className="buttons">
                        <a className="button" href={pageHref('resources')}>
                            Cancel
                        </a>
                        <button type="submit" className="primary" disabled={asking}>
                            {asking ? 'Creating…' : `Create ${form.name.trim() || 'it'}`}
                        </button>
                    </div>
                </form>
                <aside aria-label="The same as a command">
                    <Command
                        label="The same as a call of the API"
                        text={post(`${api.base}resources`, withoutSecrets(request))}
                    />
                    <Command
                        label="The same on the command line"
                        text={createCommand(withoutSecrets(request))}
                    />
                    <p className="fine">
                        Secrets are left out here. They are kept encrypted, and never shown again.
                    </p>
                </aside>
            </div>
        </>
    );
}

function Kinds({ kind, choose }: { kind: Kind; choose: (kind: Kind) => void }) {
    return (
        <fieldset className="kinds">
            <legend>What it is</legend>
            {KINDS.map(([key, about]) => (
                <label key={key} className={kind === key ? 'kind chosen' : 'kind'}>
                    <input
                        type="radio"
                        name="kind"
                        checked={kind === key}
                        onChange={() => choose(key)}
                    />
                    <strong>
                        <Icon name={key} /> {TYPES[key]}
                    </strong>
                    <span className="fine">{about}</span>
                </label>
            ))}
        </fieldset>
    );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
    return (
        <fieldset className="panel section">
            <legend>{title}</legend>
            <div className="fields">{children}</div>
        </fieldset>
    );
}

function Sections(editing: Editing) {
    const { kind } = editing.form;
    const machine = kind === 'virtual-machine';
    return (
        <>
            <Section title="Name">
                <Text {...editing} field="name" words="Name" required />
                <Text {...editing} field="description" words="Description" />
                <Text {...editing} field="labels" words="Labels" placeholder="team=ml, tier=1" />
            </Section>
            <Section title={machine ? 'Machine' : 'Image'}>
                {machine ? (
                    <MachineSize {...editing} />
                ) : kind === 'application-container' ? (
                    <ContainerImage {...editing} />
                ) : (
                    <InferenceImage {...editing} />
                )}
            </Section>
            <Section title={machine ? 'Place and GPU' : 'Size, place and GPU'}>
                {machine ? null : <ContainerSize {...editing} />}
                <Place {...editing} />
                <GpuFields {...editing} />
            </Section>
            {machine ? (
                <>
                    <Section title="Network: a bridge into a VLAN">
                        <MachineNetwork {...editing} />
                    </Section>
                    <Section title="First start (cloud-init)">
                        <CloudInit {...editing} />
                    </Section>
                </>
            ) : (
                <Section title="Ways in and out">
                    {kind === 'application-container' ? <ContainerWays {...editing} /> : null}
                    <Environment {...editing} />
                </Section>
            )}
        </>
    );
}

function Place(editing: Editing) {
    const { fleet } = usePicture();
    const nodes = usable(fleet.nodes.values()).map(
        (node) =>
            [
                node.nodeId,
                `${node.name}${node.name === node.nodeId ? '' : ` (${node.nodeId})`}${node.simulated ? ', simulated' : ''}`,
            ] as const,
    );
    return (
        <>
            <Select
                {...editing}
                change={(part) => editing.change({ ...part, gpuIds: [] })}
                field="nodeId"
                words="Node"
                options={[['', 'Whichever fits best'], ...nodes]}
            />
            {editing.form.nodeId === '' ? (
                <>
                    <Text
                        {...editing}
                        field="nodeSelector"
                        words="Labels that the node has"
                        placeholder="speed=fast"
                    />
                    <Select
                        {...editing}
                        field="strategy"
                        words="Placement"
                        options={STRATEGIES}
                    />
                </>
            ) : null}
        </>
    );
}
