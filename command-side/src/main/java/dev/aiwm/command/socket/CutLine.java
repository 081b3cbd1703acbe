package dev.aiwm.command.socket;

import dev.aiwm.contracts.protocol.CloseCode;

import java.nio.ByteBuffer;

/** What is sent is lost, as it is on its way to a peer that is gone. */
final class CutLine implements Line {

    @Override
    public void send(String text) {}

    @Override
    public void send(ByteBuffer bytes) {}

    @Override
    public void send(ByteBuffer bytes, Runnable out) {}

    @Override
    public void close(CloseCode code, String reason) {}
}
