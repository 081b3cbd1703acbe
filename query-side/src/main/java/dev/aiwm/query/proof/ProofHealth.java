package dev.aiwm.query.proof;

import dev.aiwm.web.health.HealthPart;
import dev.aiwm.web.health.PartHealth;

import java.util.LinkedHashMap;

/** Whether the chain over the log goes on. */
final class ProofHealth implements HealthPart {
    private final ChainFollower follower;
    private final ProofStore store;

    ProofHealth(ChainFollower follower, ProofStore store) {
        this.follower = follower;
        this.store = store;
    }

    @Override
    public String name() {
        return "proof";
    }

    @Override
    public PartHealth check() {
        var details = new LinkedHashMap<String, Object>();
        details.put("linkedTo", store.linkedTo());
        details.put("lastCheckpoint", store.lastCheckpoint());
        String fault = follower.fault();
        if (fault == null) {
            return new PartHealth(PartHealth.Status.UP, details);
        }
        details.put("error", fault);
        return new PartHealth(PartHealth.Status.DEGRADED, details);
    }
}
