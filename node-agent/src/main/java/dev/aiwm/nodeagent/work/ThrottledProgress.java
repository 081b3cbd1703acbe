package dev.aiwm.nodeagent.work;

import dev.aiwm.contracts.ResourceRef;
import dev.aiwm.contracts.protocol.CommandProgress;
import dev.aiwm.contracts.protocol.MessageType;
import dev.aiwm.nodeagent.channel.Loop;
import dev.aiwm.nodeagent.driver.Progress;

/** Passes on the first word of a verb and then as much as a person can read. */
final class ThrottledProgress implements Progress {
    private static final long PAUSE_MILLIS = 500;

    private final StepKey key;
    private final ResourceRef resource;
    private final Loop loop;
    private final Outgoing outgoing;
    private boolean spoke;
    private long spokeAt;
    private int percentSaid;

    ThrottledProgress(StepKey key, ResourceRef resource, Loop loop, Outgoing outgoing) {
        this.key = key;
        this.resource = resource;
        this.loop = loop;
        this.outgoing = outgoing;
    }

    @Override
    public synchronized void at(int percent, String message) {
        long now = loop.millis();
        if (spoke && (now - spokeAt < PAUSE_MILLIS || percent <= percentSaid)) {
            return;
        }
        spoke = true;
        spokeAt = now;
        percentSaid = percent;
        if (!key.compensation()) {
            loop.run(() -> tell(percent, message));
        }
    }

    private void tell(int percent, String message) {
        boolean unused =
                outgoing.send(
                        MessageType.COMMAND_PROGRESS,
                        resource,
                        new CommandProgress(
                                key.executionId(),
                                key.stepIndex(),
                                key.attempt(),
                                percent,
                                message));
    }
}
