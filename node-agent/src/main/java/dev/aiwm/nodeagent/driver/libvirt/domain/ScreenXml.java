package dev.aiwm.nodeagent.driver.libvirt.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes down the screen of a running machine with another password. */
public final class ScreenXml {
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private ScreenXml() {}

    /** Who comes in by then with the password may stay for longer. */
    public static String of(int port, String password, Instant until) {
        return XmlWriter.document(
                "graphics",
                graphics ->
                        graphics.set("type", "vnc")
                                .set("port", port)
                                .set("autoport", "yes")
                                .set("listen", "127.0.0.1")
                                .set("passwd", password)
                                .set("passwdValidTo", UNTIL.format(until))
                                .add("listen", "type", "address", "address", "127.0.0.1"));
    }
}
