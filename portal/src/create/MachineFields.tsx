import { Field } from '../ui/Field';
import { type Editing, Select, Text } from './Fields';
import { OS_IMAGES } from './form';

const IMAGES = OS_IMAGES.map((image) => [image, image] as const);

const ADDRESSES = [
    ['dhcp', 'By DHCP'],
    ['static', 'A fixed one'],
] as const;

export function MachineSize(editing: Editing) {
    return (
        <>
            <Select {...editing} field="osImage" words="Image" options={IMAGES} />
            <Text
                {...editing}
                field="vcpus"
                words="CPU"
                unit="virtual"
                type="number"
                min={1}
                max={128}
                required
            />
            <Text
                {...editing}
                field="ramMB"
                words="Memory"
                unit="MB"
                type="number"
                min={256}
                required
            />
            <Text
                {...editing}
                field="diskGB"
                words="Disk"
                unit="GB"
                type="number"
                min={10}
                required
                hint="It can grow later, not shrink"
            />
        </>
    );
}

export function MachineNetwork(editing: Editing) {
    return (
        <>
            <Text
                {...editing}
                field="vlan"
                words="VLAN"
                type="number"
                min={1}
                max={4094}
                hint="The bridge's default, if empty"
            />
            <Select {...editing} field="ipMode" words="Address" options={ADDRESSES} />
            {editing.form.ipMode === 'static' ? (
                <>
                    <Text
                        {...editing}
                        field="ip"
                        words="IP address"
                        required
                        placeholder="192.168.100.10"
                    />
                    <Text {...editing} field="netmask" words="Netmask" required />
                    <Text
                        {...editing}
                        field="gateway"
                        words="Gateway"
                        required
                        placeholder="192.168.100.1"
                    />
                </>
            ) : null}
        </>
    );
}

export function CloudInit(editing: Editing) {
    return (
        <>
            <Text {...editing} field="hostname" words="Host name" placeholder="dev-vm-01" />
            <Text {...editing} field="user" words="User" hint="The image's own, if empty" />
            <Field words="SSH public keys" hint="Each on a line of its own">
                {(id, describedBy) => (
                    <textarea
                        id={id}
                        rows={2}
                        value={editing.form.sshKey}
                        spellCheck={false}
                        aria-describedby={describedBy}
                        placeholder="ssh-ed25519 AAAA…"
                        onChange={(event) => editing.change({ sshKey: event.target.value })}
                    />
                )}
            </Field>
            <Text
                {...editing}
                field="password"
                words="Password"
                type="password"
                hint="Kept encrypted and never shown again"
            />
        </>
    );
}
