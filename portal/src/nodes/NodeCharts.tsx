import { gigabytes, megabytes, number, bytes } from '../format';
import { Chart } from '../metrics/Chart';
import { RangeChoice, useHistory } from '../metrics/history';
import { gpusIn, rateOf, samplesOf } from '../metrics/series';
import { ProblemText } from '../ui/ProblemText';

/** How busy a node is and was. */
export function NodeCharts({ nodeId }: { nodeId: string }) {
    const history = useHistory(`nodes/${encodeURIComponent(nodeId)}`);
    const points = history.view?.points ?? [];
    const gpus = gpusIn(points);
    const of = (figure: string) => samplesOf(points, figure);
    const common = {
        from: history.from,
        to: history.to,
        step: (history.view?.stepSeconds ?? 30) * 1000,
    };
    const ends = (figure: string) => {
        const top = of(figure).at(-1)?.[1];
        return top === undefined ? {} : { top };
    };
    return (
        <section className="panel" aria-labelledby="node-metrics">
            <div className="section-head">
                <h2 id="node-metrics">Metrics</h2>
                <RangeChoice history={history} />
            </div>
            {history.problem !== null ? <ProblemText problem={history.problem} /> : null}
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
                    {...ends('ramTotalMB')}
                    title="Memory"
                    show={megabytes}
                    lines={[{ name: 'Memory', samples: of('ramUsedMB') }]}
                />
                <Chart
                    {...common}
                    {...ends('diskTotalGB')}
                    title="Disk"
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
                {gpus.map((gpu) => (
                    <Chart
                        key={gpu}
                        {...common}
                        title={gpu}
                        top={100}
                        show={(value) => `${number(value)} %`}
                        lines={[{ name: gpu, samples: of(`gpu.${gpu}.utilization`) }]}
                    />
                ))}
            </div>
        </section>
    );
}
