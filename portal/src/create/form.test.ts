import { describe, expect, it } from 'vitest';
import { EMPTY_FORM, type Form, pairs, requestOf, withoutSecrets } from './form';

function request(part: Partial<Form>) {
    return requestOf({ ...EMPTY_FORM, name: 'x', ...part });
}

describe('what is sent', () => {
    it('leaves out what was left empty', () => {
        expect(request({ image: 'nginx', ports: [{ container: '', host: '', protocol: 'tcp' }] })).toEqual({
            name: 'x',
            resourceType: 'application-container',
            config: {
                type: 'application-container',
                registry: 'docker-hub',
                imageName: 'nginx',
                cpuCores: 1,
                ramLimit: 512,
            },
        });
    });

    it('has secrets marked as such, which are not shown', () => {
        const sent = request({
            variables: [
                { name: 'USER', value: 'me', secret: false },
                { name: 'PASSWORD', value: 'hush', secret: true },
            ],
            registryUser: 'me',
            registryPassword: 'hush',
        });
        expect(sent.config).toMatchObject({
            environment: { USER: 'me', PASSWORD: { secret: true, value: 'hush' } },
            registryAuth: { username: 'me', password: 'hush' },
        });
        expect(JSON.stringify(withoutSecrets(sent))).not.toContain('hush');
    });

    it('keeps what is half said, so that the server says what is missing', () => {
        const sent = request({
            ports: [{ container: '', host: '8080', protocol: 'tcp' }],
            variables: [{ name: '', value: 'lost?', secret: false }],
            registryPassword: 'hush',
        });
        expect(sent.config).toMatchObject({
            containerPorts: [{ hostPort: 8080 }],
            environment: { '': 'lost?' },
            registryAuth: { password: 'hush' },
        });
    });

    it('names GPUs as each kind of resource does', () => {
        const gpu = { gpu: 'devices', gpuIds: ['GPU-1'] } as const;
        expect(request({ ...gpu, gpuIds: ['GPU-1'] }).config).toMatchObject({
            gpuDeviceIds: ['GPU-1'],
        });
        expect(
            request({ kind: 'virtual-machine', gpu: 'mig', migProfile: '1g.10gb' }).config,
        ).toMatchObject({ gpuConfig: { enabled: true, mode: 'mig', migProfile: '1g.10gb' } });
    });

    it('has an address only where it is fixed', () => {
        const network = { kind: 'virtual-machine', ip: '10.0.0.2', gateway: '10.0.0.1' } as const;
        expect(request({ ...network, vlan: '100' }).config).toMatchObject({
            networkConfig: { mode: 'bridge-vlan', ipMode: 'dhcp', vlanId: 100 },
        });
        expect(request({ ...network, ipMode: 'static' }).config).toMatchObject({
            networkConfig: { ipAddress: '10.0.0.2', gateway: '10.0.0.1' },
        });
    });

    it('leaves a choice of nodes out when a node is named', () => {
        const place = { nodeSelector: 'speed=slow', strategy: 'pack' } as const;
        expect(request(place)).toMatchObject({
            nodeSelector: { speed: 'slow' },
            placementStrategy: 'pack',
        });
        expect(request({ ...place, nodeId: 'n' })).not.toHaveProperty('nodeSelector');
    });
});

it('reads labels', () => {
    expect(pairs('team=ml, on\n a=b=c')).toEqual({ team: 'ml', on: '', a: 'b=c' });
});
