package dev.aiwm.cli.live;

import dev.aiwm.cli.http.Api;
import dev.aiwm.cli.http.Json;
import dev.aiwm.cli.http.ModernClient;
import dev.aiwm.cli.session.ExitCode;
import dev.aiwm.cli.session.Outlet;
import dev.aiwm.cli.session.OutputLost;
import dev.aiwm.cli.session.Trouble;
import dev.aiwm.cli.terminal.Terminal;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One's end of a terminal or a serial console over a WebSocket. */
final class Visit implements WebSocket.Listener {
    /** Ctrl-], as of old. */
    private static final byte LEAVE = 0x1d;

    private static final int BUFFER = 8192;
    private static final long LOOKS_AT_SIZE_EVERY_MS = 500;

    private final Api api;
    private final Terminal terminal;
    private final InputStream in;
    private final Outlet out = new Outlet(FileDescriptor.out);
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final StringBuilder word = new StringBuilder();

    Visit(Api api, Terminal terminal, InputStream in) {
        this.api = api;
        this.terminal = terminal;
        this.in = in;
    }

    /** Stays until the program has ended or one leaves; answers the exit code. */
    int run(String url) {
        var address = here(URI.create(url));
        var client = ModernClient.of(address);
        try {
            var socket = client.newWebSocketBuilder().buildAsync(address, this).join();
            terminal.raw();
            var typing = new Thread(() -> send(socket), "typing");
            typing.setDaemon(true);
            typing.start();
            return stay(socket);
        } catch (CompletionException e) {
            throw new Trouble(
                    ExitCode.UNAVAILABLE,
                    "no way to " + address.getHost() + ": " + e.getCause(),
                    null);
        } finally {
            terminal.restore();
        }
    }

    /** The ticket's address at the server that is spoken to, whatever it is called over there. */
    private URI here(URI ticket) {
        var server = api.server();
        var scheme = server.getScheme().equals("https") ? "wss" : "ws";
        return URI.create(
                scheme
                        + "://"
                        + server.getRawAuthority()
                        + ticket.getRawPath()
                        + "?"
                        + ticket.getRawQuery());
    }

    private int stay(WebSocket socket) {
        var size = terminal.size();
        while (true) {
            try {
                return end.get(LOOKS_AT_SIZE_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                size = resize(socket, size);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (java.util.concurrent.ExecutionException e) {
                if (e.getCause() instanceof Trouble || e.getCause() instanceof OutputLost) {
                    throw (RuntimeException) e.getCause();
                }
                throw new Trouble(ExitCode.UNAVAILABLE, "the connection broke", null);
            }
        }
    }

    private Optional<Terminal.Size> resize(WebSocket socket, Optional<Terminal.Size> before) {
        var now = terminal.size();
        if (!now.equals(before)) {
            now.ifPresent(
                    size -> {
                        var message = Json.object();
                        message.putObject("resize")
                                .put("columns", size.columns())
                                .put("rows", size.rows());
                        socket.sendText(message.toString(), true).join();
                    });
        }
        return now;
    }

    private void send(WebSocket socket) {
        var buffer = new byte[BUFFER];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int leaving = terminal.isThere() ? indexOf(buffer, n) : -1;
                int length = leaving < 0 ? n : leaving;
                if (length > 0) {
                    socket.sendBinary(ByteBuffer.wrap(buffer.clone(), 0, length), true).join();
                }
                if (leaving >= 0) {
                    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
                    end.complete(ExitCode.OK);
                    return;
                }
            }
            socket.sendText("{\"endInput\": true}", true).join();
        } catch (IOException | CompletionException e) {
            end.completeExceptionally(e);
        }
    }

    private static int indexOf(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == LEAVE) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        var bytes = new byte[data.remaining()];
        data.get(bytes);
        out.write(bytes, 0, bytes.length);
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        word.append(data);
        if (last) {
            var message = Json.MAPPER.readTree(word.toString());
            word.setLength(0);
            if (message.has("exitCode")) {
                end.complete(message.path("exitCode").asInt(0));
            } else if (message.has("error")) {
                var error = message.path("error");
                end.completeExceptionally(
                        new Trouble(
                                ExitCode.FAILED,
                                error.path("message").asString(error.toString()),
                                null));
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        if (code == WebSocket.NORMAL_CLOSURE) {
            end.complete(ExitCode.OK);
        } else {
            end.completeExceptionally(
                    new Trouble(
                            ExitCode.UNAVAILABLE, "it was closed: " + code + " " + reason, null));
        }
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end.completeExceptionally(failure);
    }
}
