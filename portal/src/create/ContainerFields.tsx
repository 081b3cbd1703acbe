import { type Editing, Rows, Select, Text } from './Fields';
import type { Port } from './form';

const REGISTRIES = [
    ['docker-hub', 'Docker Hub'],
    ['ghcr', 'GitHub (ghcr.io)'],
    ['private', 'Another; the image names it'],
] as const;

const RESTARTS = [
    ['', 'As the server decides'],
    ['no', 'Never'],
    ['on-failure', 'When it failed'],
    ['always', 'Always'],
    ['unless-stopped', 'Unless it was stopped'],
] as const;

export function ContainerImage(editing: Editing) {
    return (
        <>
            <Select {...editing} field="registry" words="Registry" options={REGISTRIES} />
            <Text
                {...editing}
                field="image"
                words="Image"
                required
                placeholder={
                    editing.form.registry === 'private' ? 'registry.example.com/team/app' : 'nginx'
                }
            />
            <Text {...editing} field="tag" words="Tag" placeholder="latest" />
            <Text {...editing} field="command" words="Command" hint="As the image says, if empty" />
            <Text {...editing} field="registryUser" words="Registry user" hint="If it asks for one" />
            {editing.form.registryUser !== '' ? (
                <Text
                    {...editing}
                    field="registryPassword"
                    words="Registry password"
                    type="password"
                />
            ) : null}
            <Select {...editing} field="restart" words="Restart" options={RESTARTS} />
        </>
    );
}

export function InferenceImage(editing: Editing) {
    return (
        <>
            <Text
                {...editing}
                field="modelId"
                words="Model"
                required
                placeholder="llama-3-8b-instruct"
            />
            <Text
                {...editing}
                field="dockerImage"
                words="Image that serves it"
                required
                placeholder="vllm/vllm-openai:latest"
            />
            <Text
                {...editing}
                field="modelPath"
                words="Path of the model"
                hint="On the node, if it lies there"
            />
            <Text
                {...editing}
                field="containerPort"
                words="Port in the container"
                type="number"
                min={1}
                max={65535}
            />
            <Text
                {...editing}
                field="hostPort"
                words="Port on the node"
                type="number"
                min={1}
                max={65535}
                hint="A free one, if empty"
            />
            <Text {...editing} field="healthPath" words="Health check" placeholder="/health" />
        </>
    );
}

export function ContainerSize(editing: Editing) {
    return (
        <>
            <Text
                {...editing}
                field="cpu"
                words="CPU"
                unit="cores"
                type="number"
                min={0.01}
            />
            <Text {...editing} field="ram" words="Memory" unit="MB" type="number" min={4} />
        </>
    );
}

/** Ports and volumes, which only an application's container names one by one. */
export function ContainerWays({ form, change }: Editing) {
    return (
        <>
            <Rows<Port>
                words="Ports"
                add="Add a port"
                rows={form.ports}
                fresh={{ container: '', host: '', protocol: 'tcp' }}
                change={(ports) => change({ ports })}
                show={(port, set, index) => (
                    <>
                        <input
                            type="number"
                            min={1}
                            max={65535}
                            aria-label={`Port ${index + 1} in the container`}
                            placeholder="in the container"
                            value={port.container}
                            onChange={(event) => set({ container: event.target.value })}
                        />
                        <input
                            type="number"
                            min={1}
                            max={65535}
                            aria-label={`Port ${index + 1} on the node`}
                            placeholder="on the node"
                            value={port.host}
                            onChange={(event) => set({ host: event.target.value })}
                        />
                        <select
                            aria-label={`Protocol of port ${index + 1}`}
                            value={port.protocol}
                            onChange={(event) =>
                                set({ protocol: event.target.value === 'udp' ? 'udp' : 'tcp' })
                            }
                        >
                            <option>tcp</option>
                            <option>udp</option>
                        </select>
                    </>
                )}
            />
            <Rows
                words="Volumes"
                add="Add a volume"
                rows={form.volumes}
                fresh={{ host: '', container: '', readOnly: false }}
                change={(volumes) => change({ volumes })}
                show={(volume, set, index) => (
                    <>
                        <input
                            aria-label={`Folder ${index + 1} on the node`}
                            placeholder="/data/… on the node"
                            value={volume.host}
                            onChange={(event) => set({ host: event.target.value })}
                        />
                        <input
                            aria-label={`Folder ${index + 1} in the container`}
                            placeholder="in the container"
                            value={volume.container}
                            onChange={(event) => set({ container: event.target.value })}
                        />
                        <label className="choice-line">
                            <input
                                type="checkbox"
                                checked={volume.readOnly}
                                onChange={(event) => set({ readOnly: event.target.checked })}
                            />
                            read only
                        </label>
                    </>
                )}
            />
        </>
    );
}

export function Environment({ form, change }: Editing) {
    return (
        <Rows
            words="Environment"
            add="Add a variable"
            rows={form.variables}
            fresh={{ name: '', value: '', secret: false }}
            change={(variables) => change({ variables })}
            show={(variable, set, index) => (
                <>
                    <input
                        aria-label={`Name of variable ${index + 1}`}
                        placeholder="NAME"
                        value={variable.name}
                        spellCheck={false}
                        onChange={(event) => set({ name: event.target.value })}
                    />
                    <input
                        type={variable.secret ? 'password' : 'text'}
                        aria-label={`Value of variable ${index + 1}`}
                        placeholder="value"
                        value={variable.value}
                        spellCheck={false}
                        autoComplete="off"
                        onChange={(event) => set({ value: event.target.value })}
                    />
                    <label className="choice-line">
                        <input
                            type="checkbox"
                            checked={variable.secret}
                            onChange={(event) => set({ secret: event.target.checked })}
                        />
                        secret
                    </label>
                </>
            )}
        />
    );
}
