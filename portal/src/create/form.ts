import type { Json } from '../ui/diff';
import { words } from '../ui/words';

export type Kind = 'application-container' | 'inference-container' | 'virtual-machine';

export interface Variable {
    name: string;
    value: string;
    secret: boolean;
}

export interface Port {
    container: string;
    host: string;
    protocol: 'tcp' | 'udp';
}

export interface Volume {
    host: string;
    container: string;
    readOnly: boolean;
}

export interface Form {
    kind: Kind;
    name: string;
    description: string;
    labels: string;
    nodeId: string;
    nodeSelector: string;
    strategy: '' | 'pack' | 'spread';
    // containers
    registry: 'docker-hub' | 'ghcr' | 'private';
    image: string;
    tag: string;
    registryUser: string;
    registryPassword: string;
    command: string;
    variables: Variable[];
    ports: Port[];
    volumes: Volume[];
    cpu: string;
    ram: string;
    restart: '' | 'no' | 'on-failure' | 'always' | 'unless-stopped';
    // inference
    modelId: string;
    modelPath: string;
    dockerImage: string;
    containerPort: string;
    hostPort: string;
    healthPath: string;
    // machines
    osImage: string;
    vcpus: string;
    ramMB: string;
    diskGB: string;
    vlan: string;
    ipMode: 'dhcp' | 'static';
    ip: string;
    netmask: string;
    gateway: string;
    hostname: string;
    user: string;
    sshKey: string;
    password: string;
    // GPUs, of all kinds
    gpu: 'none' | 'count' | 'devices' | 'mig';
    gpuCount: string;
    gpuIds: string[];
    migProfile: string;
}

export const OS_IMAGES = [
    'ubuntu-22.04',
    'ubuntu-20.04',
    'debian-12',
    'debian-11',
    'centos-8',
    'centos-7',
    'windows-server-2022',
    'windows-server-2019',
] as const;

export const EMPTY_FORM: Form = {
    kind: 'application-container',
    name: '',
    description: '',
    labels: '',
    nodeId: '',
    nodeSelector: '',
    strategy: '',
    registry: 'docker-hub',
    image: '',
    tag: '',
    registryUser: '',
    registryPassword: '',
    command: '',
    variables: [],
    ports: [],
    volumes: [],
    cpu: '1',
    ram: '512',
    restart: '',
    modelId: '',
    modelPath: '',
    dockerImage: '',
    containerPort: '8000',
    hostPort: '',
    healthPath: '/health',
    osImage: 'ubuntu-22.04',
    vcpus: '2',
    ramMB: '4096',
    diskGB: '40',
    vlan: '',
    ipMode: 'dhcp',
    ip: '',
    netmask: '255.255.255.0',
    gateway: '',
    hostname: '',
    user: '',
    sshKey: '',
    password: '',
    gpu: 'none',
    gpuCount: '1',
    gpuIds: [],
    migProfile: '',
};

type Fields = { [name: string]: Json };

/** What is sent. Whatever was left empty is left out, so that the server's defaults hold. */
export function requestOf(form: Form): Fields {
    return filled({
        name: form.name.trim(),
        resourceType: form.kind,
        description: form.description.trim(),
        labels: pairs(form.labels),
        nodeId: form.nodeId,
        nodeSelector: form.nodeId === '' ? pairs(form.nodeSelector) : undefined,
        placementStrategy: form.nodeId === '' ? form.strategy : undefined,
        config: { type: form.kind, ...CONFIGS[form.kind](form) },
    });
}

const CONFIGS: Record<Kind, (form: Form) => Fields> = {
    'application-container': (form) =>
        filled({
            registry: form.registry,
            imageName: form.image.trim(),
            imageTag: form.tag.trim(),
            registryAuth: filled({
                username: form.registryUser,
                password: form.registryPassword,
            }),
            command: words(form.command),
            environment: environment(form.variables),
            containerPorts: form.ports
                .filter((port) => port.container !== '' || port.host !== '')
                .map((port) =>
                    filled({
                        containerPort: whole(port.container),
                        hostPort: whole(port.host),
                        protocol: port.protocol === 'tcp' ? undefined : port.protocol,
                    }),
                ),
            volumes: form.volumes
                .filter((volume) => volume.host !== '' || volume.container !== '')
                .map((volume) =>
                    filled({
                        hostPath: volume.host,
                        containerPath: volume.container,
                        readOnly: volume.readOnly ? true : undefined,
                    }),
                ),
            cpuCores: decimal(form.cpu),
            ramLimit: whole(form.ram),
            options: filled({ restartPolicy: form.restart }),
            ...containerGpu(form),
        }),
    'inference-container': (form) =>
        filled({
            modelId: form.modelId.trim(),
            modelPath: form.modelPath.trim(),
            dockerImage: form.dockerImage.trim(),
            containerPort: whole(form.containerPort),
            hostPort: whole(form.hostPort),
            healthCheckPath: form.healthPath.trim(),
            environment: environment(form.variables),
            cpuCores: decimal(form.cpu),
            ramLimit: whole(form.ram),
            ...containerGpu(form),
        }),
    'virtual-machine': (form) =>
        filled({
            osImage: form.osImage,
            vcpus: whole(form.vcpus),
            ramMB: whole(form.ramMB),
            diskGB: whole(form.diskGB),
            gpuConfig: machineGpu(form),
            networkConfig: filled({
                mode: 'bridge-vlan',
                ipMode: form.ipMode,
                vlanId: whole(form.vlan),
                ...(form.ipMode === 'static'
                    ? { ipAddress: form.ip, netmask: form.netmask, gateway: form.gateway }
                    : {}),
            }),
            cloudInit: filled({
                hostname: form.hostname.trim(),
                username: form.user.trim(),
                sshPublicKey: form.sshKey.trim(),
                password: form.password,
            }),
        }),
};

function containerGpu(form: Form): Record<string, Json | undefined> {
    switch (form.gpu) {
        case 'count':
            return { gpuCount: whole(form.gpuCount) };
        case 'devices':
            return { gpuDeviceIds: form.gpuIds };
        case 'mig':
            return { migProfile: form.migProfile };
        case 'none':
            return {};
    }
}

function machineGpu(form: Form): Fields | undefined {
    switch (form.gpu) {
        case 'count':
            return filled({ enabled: true, mode: 'passthrough', count: whole(form.gpuCount) });
        case 'devices':
            return filled({ enabled: true, mode: 'passthrough', deviceIds: form.gpuIds });
        case 'mig':
            return filled({ enabled: true, mode: 'mig', migProfile: form.migProfile });
        case 'none':
            return undefined;
    }
}

function environment(variables: Variable[]): Fields | undefined {
    const meant = variables.filter(({ name, value }) => name.trim() !== '' || value !== '');
    return Object.fromEntries(
        meant.map(({ name, value, secret }): [string, Json] => [
            name.trim(),
            secret ? { secret: true, value } : value,
        ]),
    );
}

/** `team=ml, tier=1` as fields; what has no `=` is a label without a value. */
export function pairs(text: string): Fields {
    return Object.fromEntries(
        text
            .split(/[,\n]+/)
            .map((part) => part.trim())
            .filter(Boolean)
            .map((part): [string, Json] => {
                const at = part.indexOf('=');
                return at < 0
                    ? [part, '']
                    : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
            }),
    );
}

function whole(text: string): Json | undefined {
    return decimal(text);
}

/** A number, or the text itself when it is none: the server says what is wrong with it. */
function decimal(text: string): Json | undefined {
    const trimmed = text.trim();
    return trimmed === '' ? undefined : Number.isNaN(Number(trimmed)) ? trimmed : Number(trimmed);
}

function filled(fields: Record<string, Json | undefined>): Fields {
    const told = Object.entries(fields).filter(
        ([, value]) =>
            value !== undefined &&
            value !== '' &&
            !(Array.isArray(value) && value.length === 0) &&
            !(
                typeof value === 'object' &&
                value !== null &&
                !Array.isArray(value) &&
                Object.keys(value).length === 0
            ),
    );
    return Object.fromEntries(told) as Fields;
}

/** Names of what holds a secret, as the server judges them. */
const SECRET = /password|token|secret|credential|api_?key/i;

/** The same request as others may see it, for a screen and for the clipboard. */
export function withoutSecrets(value: Json): Json {
    if (Array.isArray(value)) {
        return value.map(withoutSecrets);
    }
    if (typeof value !== 'object' || value === null) {
        return value;
    }
    const marked = value.secret === true;
    return Object.fromEntries(
        Object.entries(value).map(([name, inner]): [string, Json] => [
            name,
            typeof inner === 'string' && (SECRET.test(name) || (marked && name === 'value'))
                ? '…'
                : withoutSecrets(inner),
        ]),
    );
}
