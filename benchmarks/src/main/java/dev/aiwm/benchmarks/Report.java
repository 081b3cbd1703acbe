package dev.aiwm.benchmarks;

import tools.jackson.databind.json.JsonMapper;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run found: figures against their targets, as a table and as JSON. */
final class Report {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LINE = "  %-50s %12s %12s %9s   %-16s %s%n";

    private final String id;
    private final String title;
    private final Store store;
    private final Size size;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String refusal;

    /**
     * One line of the table; what does not apply is NaN or null.
     *
     * @param unit of ours and of the floor
     */
    record Finding(
            String name, String unit, double ours, double floor, double ratio, Target target) {
        String verdict() {
            if (target == null) {
                return "";
            }
            return target.verdict(Double.isNaN(ratio) ? ours : ratio);
        }
    }

    Report(String id, String title, Store store, Size size) {
        this.id = id;
        this.title = title;
        this.store = store;
        this.size = size;
    }

    /** Ours against a floor; the target is of the ratio. */
    void compare(String name, String unit, Pairs.Result pairs, Target target) {
        add(new Finding(name, unit, pairs.ours(), pairs.floor(), pairs.ratio(), target));
    }

    void compare(String name, String unit, double ours, double floor, Target target) {
        add(new Finding(name, unit, ours, floor, ours / floor, target));
    }

    /** A figure of its own; the target is of the figure. */
    void figure(String name, String unit, double ours, Target target) {
        add(new Finding(name, unit, ours, Double.NaN, Double.NaN, target));
    }

    void latencies(String name, Latencies of) {
        for (int percent : new int[] {50, 95, 99}) {
            figure(name + " p" + percent, "ms", of.percentile(percent / 100.0), null);
        }
    }

    void note(String text) {
        notes.add(text);
    }

    /** Nothing of this run may be claimed. */
    void refuse(String reason) {
        refusal = reason;
        findings.clear();
    }

    boolean isRefused() {
        return refusal != null;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void add(Finding finding) {
        findings.add(finding);
    }

    void print(PrintStream out) {
        out.printf("%n%s  %s  [%s, %s]%n", id, title, store.word(), sizeWord());
        if (isRefused()) {
            out.printf("  no claim: %s%n", refusal);
        } else {
            out.printf(LINE, "", "ours", "floor", "ratio", "stretch / must", "reached");
        }
        for (Finding it : findings) {
            out.printf(
                    LINE,
                    it.name() + " [" + it.unit() + "]",
                    figure(it.ours()),
                    figure(it.floor()),
                    figure(it.ratio()),
                    it.target() == null ? "" : it.target().text(),
                    it.verdict());
        }
        notes.forEach(note -> out.printf("  note: %s%n", note));
        out.flush();
    }

    String json(Machine machine) {
        var all = new LinkedHashMap<String, Object>();
        all.put("benchmark", id);
        all.put("title", title);
        all.put("store", store.word());
        all.put("size", sizeWord());
        all.put("machine", machine);
        all.put("refusal", refusal);
        all.put("findings", findings.stream().map(Report::plain).toList());
        all.put("notes", notes);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static Map<String, Object> plain(Finding it) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", it.name());
        fields.put("unit", it.unit());
        fields.put("ours", orNull(it.ours()));
        fields.put("floor", orNull(it.floor()));
        fields.put("ratio", orNull(it.ratio()));
        fields.put("target", it.target());
        fields.put("reached", it.verdict());
        return fields;
    }

    private static Double orNull(double figure) {
        return Double.isFinite(figure) ? figure : null;
    }

    private String sizeWord() {
        return size.name().toLowerCase(Locale.ROOT);
    }

    static String figure(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        double size = Math.abs(value);
        String format =
                size >= 1000 ? "%,.0f" : size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }
}
