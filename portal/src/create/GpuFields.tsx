import { usePicture } from '../app';
import { count, megabytes } from '../format';
import { type Editing, Select, Text } from './Fields';
import { freeGpus, usable } from './free';

/** GPUs: how many, which, or a slice of one, with what is free now beside each. */
export function GpuFields({ form, change }: Editing) {
    const { fleet } = usePicture();
    const nodes = usable(fleet.nodes.values()).filter(
        (node) => form.nodeId === '' || node.nodeId === form.nodeId,
    );
    const { gpus, profiles } = freeGpus(nodes, fleet.allocations);
    const free = gpus.filter((gpu) => gpu.holder === null).length;
    const machine = form.kind === 'virtual-machine';
    const named = form.nodeId !== '';
    const options = [
        ['none', 'No GPU'],
        ['count', machine ? 'Passthrough, so many' : 'So many GPUs'],
        ['devices', machine ? 'Passthrough, these' : 'These GPUs'],
        ['mig', 'A MIG slice'],
    ] as const;
    const place = named ? `on ${form.nodeId}` : 'in the fleet';
    return (
        <>
            <Select form={form} change={change} field="gpu" words="GPU" options={options} />
            {form.gpu === 'count' ? (
                <Text
                    form={form}
                    change={change}
                    field="gpuCount"
                    words="How many"
                    type="number"
                    min={1}
                    required
                    hint={`${count(free, 'GPU')} free ${place} now; all of them come from one node`}
                />
            ) : null}
            {form.gpu === 'devices' && !named ? (
                <p className="fine field">Choose a node first: ids of GPUs are those of a node.</p>
            ) : null}
            {form.gpu === 'devices' && named ? (
                <fieldset className="rows">
                    <legend>GPUs of {form.nodeId}</legend>
                    {gpus.map((gpu) => (
                        <label className="choice-line" key={gpu.deviceId}>
                            <input
                                type="checkbox"
                                checked={form.gpuIds.includes(gpu.deviceId)}
                                disabled={gpu.holder !== null}
                                onChange={(event) =>
                                    change({
                                        gpuIds: event.target.checked
                                            ? [...form.gpuIds, gpu.deviceId]
                                            : form.gpuIds.filter((id) => id !== gpu.deviceId),
                                    })
                                }
                            />
                            <span>
                                {gpu.deviceId}{' '}
                                <span className="fine">
                                    {gpu.model}, {megabytes(gpu.memoryMB)}
                                    {gpu.holder === null ? ', free' : `, held by ${gpu.holder}`}
                                </span>
                            </span>
                        </label>
                    ))}
                    {gpus.length === 0 ? <p className="fine">It has no whole GPU.</p> : null}
                </fieldset>
            ) : null}
            {form.gpu === 'mig' ? (
                profiles.length === 0 ? (
                    <p className="fine field">No node {place} has MIG slices.</p>
                ) : (
                    <Select
                        form={form}
                        change={change}
                        field="migProfile"
                        words="Profile"
                        options={[
                            ['', 'Choose a profile'],
                            ...profiles.map(
                                (it) =>
                                    [
                                        it.profile,
                                        `${it.profile}: ${it.free} of ${it.total} free, ${megabytes(it.memoryMB)}`,
                                    ] as const,
                            ),
                        ]}
                        {...(machine ? { hint: 'A machine takes a slice only where there is vGPU' } : {})}
                    />
                )
            ) : null}
        </>
    );
}
