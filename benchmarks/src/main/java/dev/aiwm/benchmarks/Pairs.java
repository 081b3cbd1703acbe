package dev.aiwm.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Ours and the floor measured in turns, A B A B, so that both see the same machine. A run whose
 * floor moved by more than a quarter between its first and last pair says so and reports nothing.
 */
final class Pairs {
    static final double FLOOR_MAY_MOVE = 0.25;

    /** Medians over the pairs. */
    record Result(double ours, double floor, double ratio, List<double[]> pairs) {}

    /** The machine was too restless for a claim. */
    static final class RestlessFloor extends RuntimeException {
        private static final long serialVersionUID = 1;

        RestlessFloor(double first, double last) {
            super("the floor moved from %.3f to %.3f: no claim".formatted(first, last));
        }
    }

    private Pairs() {}

    static Result measure(int count, Callable<Double> ours, Callable<Double> floor)
            throws Exception {
        var pairs = new ArrayList<double[]>();
        for (int i = 0; i < count; i++) {
            double below = floor.call();
            pairs.add(new double[] {ours.call(), below});
        }
        double first = pairs.get(0)[1];
        double last = pairs.get(count - 1)[1];
        if (Math.abs(last - first) > FLOOR_MAY_MOVE * Math.min(first, last)) {
            throw new RestlessFloor(first, last);
        }
        double[] all = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] floors = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
        double[] ratios = pairs.stream().mapToDouble(pair -> pair[0] / pair[1]).toArray();
        return new Result(median(all), median(floors), median(ratios), pairs);
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
