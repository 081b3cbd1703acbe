package dev.aiwm.command.live;

import dev.aiwm.command.gateway.LiveListener;
import dev.aiwm.command.gateway.LiveStream;
import dev.aiwm.contracts.protocol.CommandError;
import dev.aiwm.contracts.protocol.LogLine;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Writes the lines of one log to one client. The node is granted more only when lines are written,
 * so a client that does not read stops the log and nothing else.
 */
final class LogFollower implements LiveListener, Runnable {
    private static final int HEARTBEAT_SECONDS = 15;

    /** Some bytes; or, with none, the end and why. */
    private record Heard(byte[] bytes, CommandError error) {}

    private final SseEmitter emitter;
    private final String wanted;
    private final JsonLines lines = new JsonLines();
    private final BlockingQueue<Heard> queue = new LinkedBlockingQueue<>();
    private volatile LiveStream stream;

    LogFollower(SseEmitter emitter, String wanted) {
        this.emitter = emitter;
        this.wanted = wanted;
    }

    void listenTo(LiveStream opened) {
        stream = opened;
    }

    void leave() {
        stream.close();
        queue.add(new Heard(null, null));
    }

    @Override
    public void heard(LiveStream from, boolean error, byte[] bytes) {
        queue.add(new Heard(bytes, null));
    }

    @Override
    public void ended(Integer exitCode, CommandError error) {
        queue.add(new Heard(null, error));
    }

    @Override
    public void run() {
        try {
            emitter.send(SseEmitter.event().comment("following"));
            Heard next = next();
            while (next.bytes() != null) {
                write(next.bytes());
                next = next();
            }
            sayWhy(next.error());
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } finally {
            stream.close();
        }
    }

    private Heard next() throws InterruptedException, IOException {
        Heard next = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        while (next == null) {
            emitter.send(SseEmitter.event().comment("still here"));
            next = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        }
        return next;
    }

    private void write(byte[] bytes) throws IOException {
        for (LogLine line : lines.add(bytes)) {
            if (wanted == null || wanted.equals(line.stream())) {
                emitter.send(SseEmitter.event().name("log").data(LogEntry.of(line)));
            }
        }
        stream.consumed(bytes.length);
    }

    private void sayWhy(CommandError error) throws IOException {
        if (error == null) {
            emitter.send(SseEmitter.event().name("end").data(Map.of()));
        } else {
            var why = EngineFailure.asRejection(error);
            emitter.send(
                    SseEmitter.event()
                            .name("error")
                            .data(
                                    Map.of(
                                            "code", why.code().name(),
                                            "detail", why.getMessage())));
        }
    }
}
