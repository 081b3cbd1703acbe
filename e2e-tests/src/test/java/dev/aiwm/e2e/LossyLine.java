package dev.aiwm.e2e;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Lies between agents and the product and treats whole WebSocket messages badly: each may be lost
 * together with the connection, as TCP loses, or come twice, late, or after later ones where those
 * stand for themselves.
 */
final class LossyLine implements AutoCloseable {
    private final ServerSocket server;
    private final IntSupplier target;
    private final Mischief mischief;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger carried = new AtomicInteger();

    private LossyLine(ServerSocket server, IntSupplier target, Mischief mischief) {
        this.server = server;
        this.target = target;
        this.mischief = mischief;
    }

    static LossyLine to(int target, Mischief mischief) {
        return to(() -> target, mischief);
    }

    /** Each connection leads where it is said at that moment. */
    static LossyLine to(IntSupplier target, Mischief mischief) {
        try {
            var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var line = new LossyLine(server, target, mischief);
            daemon("lossy-accept", line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "ws://127.0.0.1:" + server.getLocalPort() + "/ws/node";
    }

    int cuts() {
        return cuts.get();
    }

    int carried() {
        return carried.get();
    }

    void cutAll() {
        open.forEach(Connection::cut);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
    }

    private void accept() {
        while (!server.isClosed()) {
            Socket agent = null;
            try {
                agent = server.accept();
                var controller = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
                new Connection(agent, controller).start();
            } catch (IOException e) {
                closeQuietly(agent);
            }
        }
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Socket socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection of an agent. */
    private final class Connection {
        private final Socket agent;
        private final Socket controller;

        private Connection(Socket agent, Socket controller) {
            this.agent = agent;
            this.controller = controller;
        }

        private void start() throws IOException {
            open.add(this);
            agent.setTcpNoDelay(true);
            controller.setTcpNoDelay(true);
            var up = new Way(agent.getInputStream(), controller.getOutputStream(), true);
            var down = new Way(controller.getInputStream(), agent.getOutputStream(), false);
            daemon("lossy-up", () -> run(up));
            daemon("lossy-down", () -> run(down));
        }

        private void run(Way way) {
            try {
                way.carry();
            } catch (IOException e) {
                // one of the two has hung up
            } finally {
                way.end();
                cut();
            }
        }

        private void cut() {
            if (open.remove(this)) {
                closeQuietly(agent);
                closeQuietly(controller);
            }
        }
    }

    /** One direction of a connection. */
    private final class Way {
        private final DataInputStream in;
        private final OutputStream out;
        private final boolean fromAgent;
        private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1);
        private long inOrder;

        private Way(InputStream in, OutputStream out, boolean fromAgent) {
            this.in = new DataInputStream(new BufferedInputStream(in));
            this.out = out;
            this.fromAgent = fromAgent;
            writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            writer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        }

        private void carry() throws IOException {
            write(head());
            boolean first = true;
            while (true) {
                var message = ChannelMessage.read(in);
                carried.incrementAndGet();
                if (message.isControl()) {
                    at(inOrder, message);
                } else if (mischief.loses()) {
                    cuts.incrementAndGet();
                    return;
                } else {
                    bring(message, first);
                    first = false;
                }
            }
        }

        private void bring(ChannelMessage message, boolean first) {
            long now = System.nanoTime();
            long due = first ? now : now + mischief.delay().toNanos();
            boolean free = !first && Mischief.mayOvertake(fromAgent, message.type());
            if (!free) {
                due = Math.max(due, inOrder + 1);
                inOrder = due;
            }
            at(due, message);
            if (mischief.doubles()) {
                boolean late = Mischief.mayRepeatLate(fromAgent, message.type());
                at(late ? due + mischief.lateness().toNanos() : due, message);
            }
        }

        private void at(long due, ChannelMessage message) {
            var unused =
                    writer.schedule(
                            () -> {
                                try {
                                    write(message.raw());
                                } catch (IOException e) {
                                    writer.shutdownNow();
                                }
                            },
                            Math.max(0, due - System.nanoTime()),
                            TimeUnit.NANOSECONDS);
        }

        private void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** The HTTP request or answer that opens the connection. */
        private byte[] head() throws IOException {
            var head = new ByteArrayOutputStream();
            int ends = 0;
            while (ends < 4) {
                int one = in.read();
                if (one < 0) {
                    throw new EOFException("closed while it was opened");
                }
                head.write(one);
                ends = one == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
            }
            return head.toByteArray();
        }

        private void end() {
            writer.shutdownNow();
        }
    }
}
