package dev.aiwm.contracts.telemetry;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The mean of points, each figure over those that tell it. Not for several threads. */
public final class TelemetryMean {
    private final Instant from;
    private final Map<String, double[]> sums = new TreeMap<>();

    /**
     * @param from the beginning of the while that it is the mean of
     */
    public TelemetryMean(Instant from) {
        this.from = from;
    }

    public Instant from() {
        return from;
    }

    public void add(TelemetryPoint point) {
        point.values()
                .forEach(
                        (name, value) -> {
                            double[] sum = sums.computeIfAbsent(name, unused -> new double[2]);
                            sum[0] += value;
                            sum[1]++;
                        });
    }

    public TelemetryPoint point() {
        var means = new TreeMap<String, Double>();
        sums.forEach((name, sum) -> means.put(name, Math.round(sum[0] / sum[1] * 1000) / 1000.0));
        return new TelemetryPoint(from, means);
    }
}
