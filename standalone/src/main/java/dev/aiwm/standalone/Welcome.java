package dev.aiwm.standalone;

import dev.aiwm.command.identity.LocalAdmin;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.io.PrintStream;

/**
 * Tells whoever started the program where it listens and how to log in. It goes to the terminal and
 * not to the log: the password that a first start makes is to be seen once and kept nowhere.
 */
@Component
class Welcome {
    private final LocalAdmin admin;

    Welcome(LocalAdmin admin) {
        this.admin = admin;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context) {
            greet(context.getWebServer().getPort(), System.out);
        }
    }

    void greet(int port, PrintStream terminal) {
        var password =
                admin.takeNewPassword()
                        .map(made -> made + "   (made now, shown once)")
                        .orElse("the one you set, or were shown at the first start");
        terminal.printf(
                """

                  AIWM listens at http://localhost:%d
                    user      %s
                    password  %s
                    API       http://localhost:%d/api-docs

                """,
                port, LocalAdmin.NAME, password, port);
        terminal.flush();
    }
}
