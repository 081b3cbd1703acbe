package dev.aiwm.command.gateway;

import dev.aiwm.contracts.protocol.CloseCode;

/** The way to one agent. Nothing here waits for the agent. */
interface Line {

    /** Sends when what was to be sent before is out; what is too much closes the line. */
    void send(String text);

    /** Closes after what was to be sent before is out, for as long as that may take. */
    void close(CloseCode code, String reason);
}
