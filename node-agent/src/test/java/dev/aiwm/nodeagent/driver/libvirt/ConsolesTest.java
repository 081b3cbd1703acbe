package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.aiwm.contracts.protocol.LogLine;
import dev.aiwm.nodeagent.driver.Consoles;
import dev.aiwm.nodeagent.driver.Executing;
import dev.aiwm.nodeagent.driver.LogReading;
import dev.aiwm.nodeagent.driver.LogRequest;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.nodeagent.driver.VncScreen;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

class ConsolesTest extends LibvirtTest {
    @Test
    void one_can_talk_with_a_machine_over_its_serial_line() throws InterruptedException {
        create();
        start();
        var said = new ByteArrayOutputStream();
        var serial = can(Consoles.class).serialConsole(resource, said::writeBytes);

        awaitGreeting();
        serial.write("hello".getBytes(US_ASCII));
        awaitThat("the echo", () -> said.toString(US_ASCII).contains("hello"));

        serial.close();
        assertThat(serial.await()).isNull();
        serial.write("too late".getBytes(US_ASCII));
    }

    @Test
    void a_conversation_ends_with_the_machine() throws InterruptedException {
        create();
        start();
        var serial = can(Consoles.class).serialConsole(resource, bytes -> {});

        driver.stop(resource, StopRequest.byForce());

        assertThat(serial.await()).isNull();
    }

    @Test
    void a_guest_that_does_not_listen_keeps_nobody_but_its_own_conversation_waiting()
            throws Exception {
        driver.create(fixture.deaf(resource), Progress.NONE);
        start();
        var serial = can(Consoles.class).serialConsole(resource, bytes -> {});
        var looking =
                CompletableFuture.runAsync(
                        () -> {
                            for (int frame = 0; frame < 100; frame++) {
                                serial.write(new byte[4_000]);
                                driver.inspect(resource);
                            }
                        });
        looking.get(10, TimeUnit.SECONDS);

        assertThat(serial.await()).isNull();
        assertThat(driver.inspect(resource).resourceId()).isEqualTo(resource);
    }

    @Test
    void what_a_machine_said_before_one_looked_is_kept() {
        create();
        start();
        awaitGreeting();

        assertThat(lines(10)).allMatch(line -> line.stream().equals(LogLine.CONSOLE));
        assertThat(lines(1)).hasSize(1);
    }

    @Test
    void who_follows_hears_what_is_said_until_the_machine_is_gone() throws Exception {
        create();
        start();
        awaitGreeting();
        var heard = new CopyOnWriteArrayList<String>();
        var following =
                CompletableFuture.runAsync(
                        () ->
                                can(LogReading.class)
                                        .readLog(
                                                resource,
                                                new LogRequest(0, null, true),
                                                line -> heard.add(line.message())));
        try (var serial = can(Consoles.class).serialConsole(resource, bytes -> {})) {
            awaitThat(
                    "what is said meanwhile",
                    () -> {
                        serial.write("again\n".getBytes(US_ASCII));
                        return heard.contains("again");
                    });
        }

        driver.destroy(resource);

        following.get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void its_screen_lets_in_who_has_the_password_of_the_visit()
            throws IOException, GeneralSecurityException {
        create();
        start();

        var first = can(Consoles.class).vncScreen(resource);
        assertThat(first.password()).hasSize(8);
        assertThat(letsIn(first, first.password())).isTrue();
        var second = can(Consoles.class).vncScreen(resource);
        assertThat(letsIn(second, first.password())).isFalse();
        assertThat(letsIn(second, second.password())).isTrue();
        assertThat(((InetSocketAddress) second.address()).getAddress().isLoopbackAddress())
                .isTrue();
    }

    @Test
    void what_does_not_run_has_no_console() {
        create();

        assertRefused(
                () -> can(Consoles.class).serialConsole(resource, bytes -> {}),
                Executing.NOT_RUNNING,
                "does not run");
        assertRefused(
                () -> can(Consoles.class).vncScreen(resource),
                Executing.NOT_RUNNING,
                "does not run");
    }

    private void awaitGreeting() {
        awaitThat(
                "the greeting",
                () ->
                        lines(100).stream()
                                .anyMatch(line -> line.message().contains(TinyGuest.GREETING)));
    }

    private List<LogLine> lines(int tail) {
        var lines = new ArrayList<LogLine>();
        can(LogReading.class).readLog(resource, new LogRequest(tail, null, false), lines::add);
        return lines;
    }

    /** The beginning of the protocol of the screen (RFC 6143), up to whether one may come in. */
    private static boolean letsIn(VncScreen screen, String password)
            throws IOException, GeneralSecurityException {
        try (var socket = new Socket()) {
            socket.connect(screen.address());
            socket.setSoTimeout((int) SOON.toMillis());
            var in = new DataInputStream(socket.getInputStream());
            assertThat(new String(in.readNBytes(12), US_ASCII)).isEqualTo("RFB 003.008\n");
            socket.getOutputStream().write("RFB 003.008\n".getBytes(US_ASCII));
            byte[] kinds = in.readNBytes(in.readUnsignedByte());
            assertThat(kinds).containsExactly(2);
            socket.getOutputStream().write(2);
            byte[] challenge = in.readNBytes(16);
            socket.getOutputStream().write(answer(challenge, password));
            return in.readInt() == 0;
        }
    }

    /** DES as that protocol has it: the bits of each byte of the key in the other order. */
    private static byte[] answer(byte[] challenge, String password)
            throws GeneralSecurityException {
        byte[] key = new byte[8];
        byte[] letters = password.getBytes(US_ASCII);
        for (int i = 0; i < letters.length; i++) {
            key[i] = (byte) (Integer.reverse(letters[i]) >>> 24);
        }
        var cipher = Cipher.getInstance("DES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES"));
        return cipher.doFinal(challenge);
    }
}
