package dev.aiwm.nodeagent.driver.libvirt.images;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Fetches an image; it appears under its name only whole and with the right checksum. */
final class ImageDownload {
    private static final String DOWNLOAD_FAILED = "IMAGE_DOWNLOAD_FAILED";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final int OK = 200;
    private static final int PERCENT = 100;

    private final Duration silence;
    private final Map<Path, Lock> underWay = new ConcurrentHashMap<>();

    ImageDownload() {
        this(SILENCE);
    }

    /**
     * @param silence how long a server may say nothing
     */
    ImageDownload(Duration silence) {
        this.silence = silence;
    }

    /** Each image once at a time, so that two machines of the same do not fetch it twice. */
    void fetch(ImageAddress address, Path file, Progress progress) {
        var lock = underWay.computeIfAbsent(file, name -> new ReentrantLock());
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
        try {
            fetchAlone(address, file, progress);
        } finally {
            lock.unlock();
        }
    }

    private void fetchAlone(ImageAddress address, Path file, Progress progress) {
        if (Files.exists(file)) {
            return;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            String digest = receive(address, part, progress);
            if (!digest.equals(address.sha256())) {
                throw DriverException.permanent(
                        ImageStore.IMAGE_BROKEN,
                        "what %s answers has the SHA-256 %s, not %s"
                                .formatted(address.uri(), digest, address.sha256()));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DriverException(
                    DriverException.Kind.RETRYABLE,
                    DOWNLOAD_FAILED,
                    "the image could not be fetched from " + address.uri() + ": " + reason(e),
                    e);
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        } finally {
            remove(part);
        }
    }

    /** A connection that cannot be made says nothing about it. */
    private static String reason(IOException fault) {
        return fault instanceof ConnectException
                ? "nobody answers there"
                : Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
    }

    private String receive(ImageAddress address, Path part, Progress progress)
            throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        var request = HttpRequest.newBuilder(address.uri()).timeout(PATIENCE).build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofPublisher());
        try (var arriving = new Arriving(silence)) {
            answer.body().subscribe(arriving);
            if (answer.statusCode() != OK) {
                throw new IOException("it answers " + answer.statusCode());
            }
            long expected = answer.headers().firstValueAsLong("Content-Length").orElse(0);
            return copy(arriving, part, expected, progress);
        }
    }

    private static String copy(Arriving arriving, Path part, long expected, Progress progress)
            throws IOException, InterruptedException {
        var digest = sha256();
        long total = 0;
        try (var out = FileChannel.open(part, CREATE, TRUNCATE_EXISTING, WRITE)) {
            var pieces = arriving.next();
            while (pieces.isPresent()) {
                for (var piece : pieces.get()) {
                    total += piece.remaining();
                    digest.update(piece.duplicate());
                    while (piece.hasRemaining()) {
                        out.write(piece);
                    }
                }
                int percent = expected > 0 ? (int) (PERCENT * total / expected) : 0;
                progress.at(Math.min(percent, PERCENT), "fetching the image");
                pieces = arriving.next();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
