package dev.aiwm.rules.planted;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventHandler;

class PolicyWithoutGroup {
    private final CommandGateway gateway;

    PolicyWithoutGroup(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @EventHandler
    void on(String event) {
        gateway.sendAndWait(event);
    }
}
