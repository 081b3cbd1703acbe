package dev.aiwm.command.gateway;

import dev.aiwm.web.health.HealthPart;
import dev.aiwm.web.health.PartHealth;

import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether agents can connect; how many do is no matter of health. */
final class GatewayHealth implements HealthPart {
    private final NodeSessions sessions;
    private final BooleanSupplier open;

    GatewayHealth(NodeSessions sessions, BooleanSupplier open) {
        this.sessions = sessions;
        this.open = open;
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public PartHealth check() {
        return open.getAsBoolean()
                ? PartHealth.up(Map.of("connectedNodes", sessions.connectedCount()))
                : PartHealth.down("not open");
    }
}
