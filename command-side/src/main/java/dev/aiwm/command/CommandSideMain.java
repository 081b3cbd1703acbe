package dev.aiwm.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Command-side as a process of its own, for the distributed set-up. */
@EnableAutoConfiguration
@Import(CommandSide.class)
public class CommandSideMain {

    CommandSideMain() {}

    public static void main(String[] arguments) {
        SpringApplication.run(CommandSideMain.class, arguments);
    }
}
