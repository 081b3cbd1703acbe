package dev.aiwm.benchmarks;

import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the bare channel: how long a frame takes there and back. */
final class Echo implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private final String frame;

    Echo(int port, int frameSize) {
        frame = "x".repeat(frameSize);
        socket =
                Agent.HTTP
                        .newWebSocketBuilder()
                        .buildAsync(
                                URI.create("ws://127.0.0.1:" + port + "/ws/node"), new Listener())
                        .join();
    }

    Latencies roundTrips(int count) throws InterruptedException {
        var latencies = new Latencies();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            socket.sendText(frame, true).join();
            Long arrived = arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (arrived == null) {
                throw new IllegalStateException("no echo");
            }
            latencies.add(arrived - start);
        }
        return latencies;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            if (last) {
                arrivals.add(System.nanoTime());
            }
            from.request(1);
            return null;
        }
    }
}
