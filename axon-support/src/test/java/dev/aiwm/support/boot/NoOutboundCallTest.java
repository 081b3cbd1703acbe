package dev.aiwm.support.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.support.sample.ChildProcess;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every connection of the child that does not go to this machine goes to a proxy that counts. In a
 * process of its own, because Axon's update checker keeps quiet when it sees a test.
 */
class NoOutboundCallTest {
    @TempDir Path data;
    private final AtomicInteger calls = new AtomicInteger();
    private ServerSocket proxy;

    @BeforeEach
    void listen() throws IOException {
        proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::count, "counting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void count() {
        while (!proxy.isClosed()) {
            try {
                proxy.accept().close();
                calls.incrementAndGet();
            } catch (IOException e) {
                return;
            }
        }
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
    }

    @Test
    void a_started_program_calls_nobody() throws Exception {
        assertThat(run(data.toString())).isZero();
        assertThat(calls).hasValue(0);
    }

    @Test
    void a_program_that_does_call_is_noticed() throws Exception {
        assertThat(run(data.toString(), "http://example.invalid/")).isZero();
        assertThat(calls).hasPositiveValue();
    }

    private int run(String... arguments) throws Exception {
        String port = String.valueOf(proxy.getLocalPort());
        List<String> options =
                List.of(
                        "-Dhttp.proxyHost=127.0.0.1",
                        "-Dhttp.proxyPort=" + port,
                        "-Dhttps.proxyHost=127.0.0.1",
                        "-Dhttps.proxyPort=" + port,
                        "-DsocksProxyHost=127.0.0.1",
                        "-DsocksProxyPort=" + port);
        try (var child = ChildProcess.start(options, OutboundMain.class, arguments)) {
            assertThat(child.line()).isNotNull();
            return child.exitCode();
        }
    }
}
