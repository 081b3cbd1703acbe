package dev.aiwm.e2e;

import dev.aiwm.standalone.Main;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

import java.time.Clock;
import java.time.Duration;

/** The product in one process, on a machine whose clock has moved on. */
final class LaterProduct {
    static final String BY = "LATER_BY";

    private LaterProduct() {}

    public static void main(String[] arguments) {
        var environment = System.getenv();
        var later = Clock.offset(Clock.systemUTC(), Duration.parse(environment.get(BY)));
        var application = new SpringApplication(Main.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.addInitializers(
                context ->
                        ((GenericApplicationContext) context)
                                .registerBean("laterClock", Clock.class, () -> later));
        application.run(
                "--server.port=" + environment.get("PORT"),
                "--aiwm.data=" + environment.get("AIWM_DATA"),
                "--aiwm.store=embedded",
                "--aiwm.local-node.kind=none");
    }
}
