package dev.aiwm.command.gateway;

import dev.aiwm.contracts.protocol.AgentData;

/** A message of an agent that could be read. */
record Incoming(String type, String messageId, AgentData data) {}
