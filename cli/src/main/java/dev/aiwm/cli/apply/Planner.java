package dev.aiwm.cli.apply;

import static dev.aiwm.cli.output.Cells.text;

import dev.aiwm.cli.http.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Decides what is the least to do. Does nothing itself. */
final class Planner {
    /** What only a placement asks for. */
    private static final Set<String> OF_CREATION = Set.of("nodeSelector", "placementStrategy");

    private static final Set<String> FIXED = Set.of("nodeId", "resourceType", "config.type");

    /** What can be changed while it runs. */
    private static final Set<String> SIZE =
            Set.of(
                    "config.vcpus",
                    "config.ramMB",
                    "config.diskGB",
                    "config.cpuCores",
                    "config.ramLimit");

    private final boolean mayRestart;
    private final boolean withSecrets;

    Planner(boolean mayRestart, boolean withSecrets) {
        this.mayRestart = mayRestart;
        this.withSecrets = withSecrets;
    }

    /** {@code current} is null when there is no such resource. */
    Plan plan(Manifest manifest, JsonNode current) {
        if (current == null) {
            var masked = Comparison.maskIn(manifest.wanted(), "");
            var obstacle =
                    masked == null
                            ? null
                            : masked + " is '***': a new resource needs the secret itself";
            return new Plan(
                    manifest, null, List.of(), List.of(), false, Json.object(), false, obstacle);
        }
        var comparison = new Comparison(withSecrets);
        var patch = Json.object();
        comparison.compare(ofExisting(manifest), current, "", patch);
        var differences = new ArrayList<>(comparison.differences());
        var notes = new ArrayList<String>();
        comparison
                .secrets()
                .forEach(path -> notes.add(path + ": a secret, not compared; --secrets sends it"));
        return steps(manifest, current, differences, notes, patch);
    }

    private static ObjectNode ofExisting(Manifest manifest) {
        var wanted = manifest.wanted().deepCopy();
        OF_CREATION.forEach(wanted::remove);
        return wanted;
    }

    private Plan steps(
            Manifest manifest,
            JsonNode current,
            List<Difference> differences,
            List<String> notes,
            ObjectNode patch) {
        var status = text(current.path("status"));
        boolean runs = status.matches("running|paused");
        boolean needsRest = runs && differences.stream().anyMatch(d -> needsRest(d.path()));
        boolean wantsRun = manifest.status() == null ? runs : manifest.status().equals("running");
        boolean wantsStop = "stopped".equals(manifest.status());
        boolean stop = needsRest || wantsStop && !status.equals("stopped");
        boolean start = wantsRun && (needsRest || status.matches("stopped|failed"));
        if (manifest.status() != null && (stop != start)) {
            differences.add(
                    new Difference(
                            Manifest.STATUS,
                            current.path(Manifest.STATUS),
                            Json.text(manifest.status())));
        }
        if (manifest.status() == null && status.equals("failed")) {
            notes.add("it failed; start it with: aiwm start " + manifest.name());
        }
        return new Plan(
                manifest,
                current,
                differences,
                notes,
                stop,
                patch,
                start,
                obstacle(differences, stop && start));
    }

    private String obstacle(List<Difference> differences, boolean interrupts) {
        for (var difference : differences) {
            if (FIXED.contains(difference.path())) {
                return difference.path()
                        + " cannot be changed; delete it and create it anew, or take the field out";
            }
        }
        return interrupts && !mayRestart
                ? "it runs, and this can be changed only at rest; --restart stops it, changes it and starts it"
                : null;
    }

    private static boolean needsRest(String path) {
        return path.startsWith("config.") && !SIZE.contains(path);
    }
}
