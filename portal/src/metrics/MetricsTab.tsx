import { useState } from 'react';
import type { ResourceMetrics, TelemetryPoint } from '../api/types';
import { useApp } from '../app';
import { bytes, gigabytes, megabytes, number } from '../format';
import type { TabProps } from '../resource/ResourcePage';
import { ProblemText } from '../ui/ProblemText';
import { useEvery, useRead } from '../ui/read';
import { Chart } from './Chart';
import { RangeChoice, useHistory } from './history';
import { rateOf, samplesOf } from './series';

const LIVE = 5_000;

/** What a resource uses and used. The latest figures come from the engine itself while it runs. */
export default function MetricsTab({ resource }: TabProps) {
    const { api } = useApp();
    const history = useHistory(`resources/${resource._id}`);
    const running = resource.status === 'running';
    const [fresh, setFresh] = useState<TelemetryPoint[]>([]);
    const now = useRead(
        async (signal) => {
            if (!running) {
                return null;
            }
            const path = `resources/${resource._id}/metrics`;
            const answer = await api.get<ResourceMetrics>(path, {}, signal);
            setFresh((before) => [...before.slice(-200), pointOf(answer)]);
            return answer;
        },
        [resource._id, running],
    );
    useEvery(LIVE, now.again);
    const { view, from, to } = history;
    const points = [...(view?.points ?? []), ...fresh.filter((it) => laterThan(it, view?.points))];
    const step = Math.max((view?.stepSeconds ?? 30) * 1000, LIVE);
    const common = { from, to, step };
    const of = (figure: string) => samplesOf(points, figure);
    const memory = of('memoryTotalMB').at(-1)?.[1];
    const disk = now.value?.metrics.disk?.totalGB ?? undefined;
    return (
        <div className="panel">
            <div className="section-head">
                <h2>Metrics</h2>
                <RangeChoice history={history} />
            </div>
            {running ? null : (
                <p className="banner">
                    <span>It does not run now; what it used before is below.</span>
                </p>
            )}
            {now.value?.note ? <p className="fine">Figures are {now.value.note}.</p> : null}
            {history.problem !== null ? <ProblemText problem={history.problem} /> : null}
            {now.problem !== null && running ? <ProblemText problem={now.problem} /> : null}
            <div className="charts">
                <Chart
                    {...common}
                    title="CPU"
                    top={100}
                    show={(value) => `${number(value)} %`}
                    lines={[{ name: 'CPU', samples: of('cpuUsagePercent') }]}
                />
                <Chart
                    {...common}
                    title="Memory"
                    {...(memory === undefined ? {} : { top: memory })}
                    show={megabytes}
                    lines={[{ name: 'Memory', samples: of('memoryUsedMB') }]}
                />
                <Chart
                    {...common}
                    title="Disk"
                    {...(disk === undefined ? {} : { top: disk })}
                    show={gigabytes}
                    lines={[{ name: 'Disk', samples: of('diskUsedGB') }]}
                />
                <Chart
                    {...common}
                    title="Network"
                    show={(value) => `${bytes(value)}/s`}
                    lines={[
                        { name: 'in', samples: rateOf(of('networkRxBytes')) },
                        { name: 'out', samples: rateOf(of('networkTxBytes')) },
                    ]}
                />
                {now.value?.metrics.gpu?.enabled === true || of('gpuUsagePercent').length > 0 ? (
                    <Chart
                        {...common}
                        title={`GPU ${now.value?.metrics.gpu?.deviceId ?? ''}`}
                        top={100}
                        show={(value) => `${number(value)} %`}
                        lines={[{ name: 'GPU', samples: of('gpuUsagePercent') }]}
                    />
                ) : null}
            </div>
        </div>
    );
}

function laterThan(point: TelemetryPoint, kept: TelemetryPoint[] | undefined): boolean {
    const last = kept?.at(-1);
    return last === undefined || point.at > last.at;
}

/** What the engine says now, under the names under which it is kept. */
function pointOf({ timestamp, metrics }: ResourceMetrics): TelemetryPoint {
    const told: [string, number | null | undefined][] = [
        ['cpuUsagePercent', metrics.cpu?.usagePercent],
        ['memoryUsedMB', metrics.memory?.usedMB],
        ['memoryTotalMB', metrics.memory?.totalMB],
        ['diskUsedGB', metrics.disk?.usedGB],
        ['networkRxBytes', metrics.network?.rxBytes],
        ['networkTxBytes', metrics.network?.txBytes],
        ['gpuUsagePercent', metrics.gpu?.usagePercent],
    ];
    const values = told.filter((figure): figure is [string, number] => figure[1] != null);
    return { at: timestamp, values: Object.fromEntries(values) };
}
