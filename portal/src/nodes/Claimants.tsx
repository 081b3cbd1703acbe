import type { AllocationView } from '../api/types';
import { gigabytes, megabytes, number } from '../format';
import { resourceHref } from '../routing';
import { lights, ownerStyle } from '../ui/highlight';

/** The ledger in words: each claim with its owner. */
export function Claimants({ allocations }: { allocations: readonly AllocationView[] }) {
    const ordered = [...allocations].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
    return (
        <table className="claims">
            <thead>
                <tr>
                    <th scope="col">Holder</th>
                    <th scope="col">CPU</th>
                    <th scope="col">RAM</th>
                    <th scope="col">Disk</th>
                    <th scope="col">GPU, addresses, ports</th>
                </tr>
            </thead>
            <tbody>
                {ordered.map((allocation) => (
                    <tr key={allocation.resourceId} {...lights(allocation.resourceId)}>
                        <th scope="row">
                            <span
                                className="swatch"
                                style={ownerStyle(allocation.resourceId)}
                                aria-hidden="true"
                            />
                            <a href={resourceHref(allocation.resourceId)}>{nameOf(allocation)}</a>
                            {allocation.confirmed ? null : <span className="chip">reserved</span>}
                        </th>
                        <td>{number(allocation.claims.cpuCores)}</td>
                        <td>{megabytes(allocation.claims.ramMB)}</td>
                        <td>{gigabytes(allocation.claims.diskGB)}</td>
                        <td>{pieces(allocation)}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

function nameOf(allocation: AllocationView): string {
    return allocation.resourceName ?? allocation.resourceId;
}

function pieces({ claims }: AllocationView): string {
    return [
        ...claims.gpuIds,
        ...claims.migSlices.map((slice) => `${slice.gpuId}/${slice.instanceId} ${slice.profile}`),
        ...claims.staticIps.map((ip) => `${ip.address} (VLAN ${ip.vlanId})`),
        ...claims.hostPorts.map((port) => `${port.port}/${port.protocol}`),
    ].join(', ');
}
