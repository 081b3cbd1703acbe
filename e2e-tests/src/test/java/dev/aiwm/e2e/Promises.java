package dev.aiwm.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What users were told that has been accepted, and must be so in the end. */
final class Promises {
    private static final Set<String> ENDED = Set.of("succeeded", "failed", "cancelled");

    private final Map<String, String> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> labels = new ConcurrentHashMap<>();
    private final Set<String> resources = ConcurrentHashMap.newKeySet();
    private final Set<String> operations = ConcurrentHashMap.newKeySet();

    void created(String resource) {
        resources.add(resource);
        statuses.put(resource, "running");
    }

    /** An operation has begun after which the resource is to have that status. */
    void begun(String resource, String status, String operation) {
        statuses.put(resource, status);
        operations.add(operation);
    }

    /** Nobody knows whether a request was carried out whose answer was lost. */
    void doubted(String resource) {
        statuses.remove(resource);
    }

    void labelled(String resource, String label) {
        labels.put(resource, label);
    }

    void labelDoubted(String resource) {
        labels.remove(resource);
    }

    Set<String> resources() {
        return resources;
    }

    /** What is not as it was promised. */
    List<String> broken(Api api) {
        List<String> found = new ArrayList<>();
        for (var id : resources) {
            var resource = api.get("/api/resources/" + id).expect(200);
            var status = statuses.getOrDefault(id, resource.at("/wantedStatus"));
            if (!status.equals(resource.at("/wantedStatus"))) {
                found.add(id + " was to be " + status + ": " + resource.text());
            }
            var label = labels.get(id);
            if (label != null && !label.equals(resource.at("/labels/round"))) {
                found.add(id + " was labelled " + label + ": " + resource.text());
            }
        }
        for (var operation : operations) {
            var execution = api.get(operation).expect(200);
            if (!ENDED.contains(execution.at("/status"))) {
                found.add(operation + " has not ended: " + execution.text());
            }
        }
        return found;
    }
}
