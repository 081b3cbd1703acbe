package dev.aiwm.nodeagent.driver.docker;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tests that are skipped as a whole where there is no Docker engine, before any of them begins. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDocker.Engine.class)
@interface NeedsDocker {

    /** Asks once for each class. */
    final class Engine implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            DockerCli.ofThisMachine();
        }
    }
}
