package dev.aiwm.command.api;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Tests that share a command-side per class, with two nodes that can take things. */
abstract class RestTest {
    @TempDir static Path data;
    static Rest rest;
    private static PlayedAgent agent;

    @BeforeAll
    static void start() {
        rest = Rest.start(data);
        rest.connectNode(Rest.EXAMPLE_NODE);
        rest.connectNode("gpu-1");
        agent = new PlayedAgent(rest);
    }

    @AfterAll
    static void stop() {
        agent.close();
        rest.close();
    }
}
