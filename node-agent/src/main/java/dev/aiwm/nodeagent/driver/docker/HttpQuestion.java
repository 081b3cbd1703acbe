package dev.aiwm.nodeagent.driver.docker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aiwm.nodeagent.driver.Endpoint;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Pattern;

/** One question over HTTP, on a connection of its own, that takes no longer than it may. */
final class HttpQuestion implements AutoCloseable {
    private static final Pattern GOOD = Pattern.compile("HTTP/1\\.[01] [23]\\d\\d(?: .*)?");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] \\d{3}(?: .*)?");
    private static final int LONGEST_STATUS = 512;
    private static final int MOST_OF_A_BODY = 64 * 1024;
    private static final Duration FOR_THE_BODY = Duration.ofMillis(500);

    private final Socket socket = new Socket(Proxy.NO_PROXY);
    private final long end;

    private HttpQuestion(Duration timeout) {
        end = System.nanoTime() + timeout.toNanos();
    }

    /** What is wrong with the answer, or null: redirections are good, and are not followed. */
    static String ask(String host, int port, String path, Duration timeout) {
        try (var question = new HttpQuestion(timeout)) {
            question.put(new InetSocketAddress(host, port), Endpoint.of(host, port), path);
            String status = question.status();
            if (GOOD.matcher(status).matches()) {
                question.hearTheRest();
                return null;
            }
            if (STATUS.matcher(status).matches()) {
                question.hearTheRest();
                return path + " answers " + status.split(" ", 3)[1];
            }
            return "what answers at port " + port + " is not HTTP";
        } catch (SocketTimeoutException e) {
            return "no answer at port " + port + " within " + timeout.toMillis() / 1e3 + " s";
        } catch (ConnectException e) {
            return "nothing listens at port " + port;
        } catch (IOException e) {
            return "the connection to port " + port + " broke";
        }
    }

    private void put(InetSocketAddress address, String host, String path) throws IOException {
        socket.connect(address, millisLeft());
        String request =
                "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: aiwm-health-check\r\nAccept: */*\r\nConnection: close\r\n\r\n"
                        .formatted(encoded(path), host);
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    }

    private String status() throws IOException {
        byte[] said = new byte[LONGEST_STATUS];
        int length = 0;
        while (length < said.length) {
            socket.setSoTimeout(millisLeft());
            int read = socket.getInputStream().read(said, length, said.length - length);
            if (read < 0) {
                break;
            }
            length += read;
            String text = new String(said, 0, length, ISO_8859_1);
            int line = text.indexOf('\n');
            if (line >= 0) {
                return text.substring(0, line).strip();
            }
        }
        return "";
    }

    /** Some servers complain about those who leave in the middle of their answer. */
    private void hearTheRest() {
        long enough = System.nanoTime() + FOR_THE_BODY.toNanos();
        byte[] rest = new byte[4096];
        try {
            int heard = 0;
            int read = 0;
            while (read >= 0 && heard < MOST_OF_A_BODY && System.nanoTime() < enough) {
                socket.setSoTimeout((int) FOR_THE_BODY.toMillis());
                read = socket.getInputStream().read(rest);
                heard += read;
            }
        } catch (IOException e) {
            return; // its first line has said enough
        }
    }

    private int millisLeft() throws SocketTimeoutException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return Math.toIntExact(left);
    }

    /** Nothing in it ends the line. */
    private static String encoded(String path) {
        var encoded = new StringBuilder(path.startsWith("/") ? "" : "/");
        for (byte each : path.getBytes(UTF_8)) {
            if (each > ' ' && each < 0x7f) {
                encoded.append((char) each);
            } else {
                encoded.append("%%%02X".formatted(each));
            }
        }
        return encoded.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
