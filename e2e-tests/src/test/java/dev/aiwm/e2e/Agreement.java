package dev.aiwm.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whether resources, ledgers, executions and what simulated engines hold say the same. */
final class Agreement {
    static final Set<String> SETTLED = Set.of("running", "stopped", "failed", "deleted");

    private final Api api;
    private final Map<String, Path> nodes;

    /**
     * @param nodes ids with the folder of each agent
     */
    Agreement(Api api, Map<String, Path> nodes) {
        this.api = api;
        this.nodes = nodes;
    }

    /** Where they differ; nothing else than these resources is supposed to be there. */
    List<String> gaps(Collection<String> resources) {
        List<String> found = new ArrayList<>();
        var objects = objects();
        var claims = claims();
        for (var id : resources) {
            var resource = api.get("/api/resources/" + id).expect(200);
            var status = resource.at("/status");
            var object = objects.remove(id);
            var claim = claims.remove(id);
            boolean agree =
                    switch (status) {
                        case "running", "stopped" ->
                                status.equals(object)
                                        && status.equals(resource.at("/wantedStatus"))
                                        && Boolean.TRUE.equals(claim);
                        case "deleted" -> object == null && claim == null;
                        default -> SETTLED.contains(status) && !"running".equals(object);
                    };
            if (!agree || api.get("/api/resources/" + id + "/status").at("/action") != null) {
                found.add(
                        "%s is %s, at the node %s, claim %s: %s"
                                .formatted(id, status, object, claim, resource.text()));
            }
        }
        objects.forEach((id, state) -> found.add(id + " is nobody's and " + state));
        claims.forEach((id, confirmed) -> found.add(id + " is nobody's and claims something"));
        var unended = api.get("/api/executions?status=running,compensating&limit=500").expect(200);
        unended.json().at("/items").forEach(each -> found.add("has not ended: " + each));
        var stuck = api.get("/api/admin/invariants?for=0s").expect(200).json().at("/violations");
        stuck.forEach(violation -> found.add("nothing will change " + violation));
        return found;
    }

    private Map<String, Boolean> claims() {
        Map<String, Boolean> claims = new TreeMap<>();
        for (var node : nodes.keySet()) {
            var ledger = api.get("/api/nodes/" + node + "/allocations").expect(200);
            for (var claim : ledger.json().at("/items")) {
                claims.put(claim.at("/resourceId").asString(), claim.at("/confirmed").asBoolean());
            }
        }
        return claims;
    }

    private Map<String, String> objects() {
        Map<String, String> found = new TreeMap<>();
        nodes.values().forEach(folder -> addObjects(folder, found));
        return found;
    }

    private static void addObjects(Path folder, Map<String, String> found) {
        try (var files = Files.list(folder.resolve("simulated").resolve("objects"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                var object = Api.JSON.readTree(Files.readAllBytes(file));
                if (!"absent".equals(object.at("/state").asString())) {
                    found.put(object.at("/resourceId").asString(), object.at("/state").asString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
