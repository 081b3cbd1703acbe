package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.testing.Virsh;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A driver on libvirt, and the words in which tests of it alone speak. */
abstract class LibvirtTest {
    static final Duration SOON = Duration.ofMinutes(2);

    final ResourceId resource = ResourceId.random();
    final String domain = DerivedNames.domain(resource);
    LibvirtFixture fixture;
    LibvirtDriver driver;

    @BeforeAll
    static void requireLibvirt() {
        Virsh.require();
    }

    @BeforeEach
    void open() {
        fixture = new LibvirtFixture();
        driver = fixture.open();
    }

    @AfterEach
    void close() {
        driver.close();
        fixture.close();
    }

    final void create() {
        driver.create(fixture.steady(resource, 1), Progress.NONE);
    }

    final void start() {
        assertThat(driver.start(resource, Progress.NONE).startedAt()).isNotNull();
    }

    final <T> T can(Class<T> capability) {
        return driver.capability(capability).orElseThrow();
    }

    static void awaitThat(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    static void assertRefused(ThrowingCallable verb, String code, String said) {
        assertThatThrownBy(verb)
                .hasMessageContaining(said)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(code);
                            assertThat(e.isRetryable()).isFalse();
                        });
    }
}
