package dev.aiwm.command.gateway;

import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.protocol.CloseCode;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What the gateway counts. Labels are codes and message types only, so there are few of them. */
final class GatewayMetrics {
    private final MeterRegistry registry;

    GatewayMetrics(MeterRegistry registry, NodeSessions sessions) {
        this.registry = registry;
        Gauge.builder("aiwm.gateway.connected.nodes", sessions, NodeSessions::connectedCount)
                .description("Nodes whose agents are connected to this process")
                .register(registry);
    }

    void received(String type) {
        registry.counter("aiwm.gateway.messages.received", "type", type).increment();
    }

    void refused(RejectionCode code) {
        registry.counter("aiwm.gateway.messages.refused", "code", code.name()).increment();
    }

    void unused(String type) {
        registry.counter("aiwm.gateway.messages.unused", "type", type).increment();
    }

    void sent(String type, boolean again) {
        registry.counter("aiwm.gateway.commands.sent", "type", type, "again", String.valueOf(again))
                .increment();
    }

    void handshakeRefused() {
        registry.counter("aiwm.gateway.handshakes.refused").increment();
    }

    void closed(CloseCode code) {
        registry.counter("aiwm.gateway.sessions.closed", "code", code.name()).increment();
    }

    void fenced() {
        registry.counter("aiwm.gateway.nodes.fenced").increment();
    }
}
