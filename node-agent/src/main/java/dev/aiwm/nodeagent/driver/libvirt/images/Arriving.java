package dev.aiwm.nodeagent.driver.libvirt.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What comes in over the network, taken piece by piece by a reader that waits only so long: a
 * stream of the JDK's would wait for ever for a server that says nothing more.
 */
final class Arriving implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final Duration patience;
    private volatile Flow.Subscription subscription;

    /** Without bytes at the end; with what went wrong if it is one before its time. */
    private record Piece(List<ByteBuffer> bytes, Throwable failure) {}

    Arriving(Duration patience) {
        this.patience = patience;
    }

    /** The next bytes; empty at the end. */
    Optional<List<ByteBuffer>> next() throws IOException, InterruptedException {
        var piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (piece == null) {
            throw new IOException("nothing came for " + patience.toSeconds() + " s");
        }
        if (piece.failure() != null) {
            throw new IOException(piece.failure().getMessage(), piece.failure());
        }
        subscription.request(1);
        return Optional.ofNullable(piece.bytes());
    }

    @Override
    public void onSubscribe(Flow.Subscription made) {
        subscription = made;
        made.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        pieces.add(new Piece(bytes, null));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(null, failure));
    }

    @Override
    public void onComplete() {
        pieces.add(new Piece(null, null));
    }

    /** Whatever else would come is not wanted. */
    @Override
    public void close() {
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
