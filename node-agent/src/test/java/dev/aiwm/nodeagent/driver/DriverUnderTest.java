package dev.aiwm.nodeagent.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ObservedState;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A driver on an empty engine, and the words in which the conformance suite speaks of it. */
abstract class DriverUnderTest {
    final ResourceId resource = ResourceId.random();
    DriverFixture fixture;
    ResourceDriver driver;

    protected abstract DriverFixture createFixture();

    @BeforeEach
    void open() {
        fixture = createFixture();
        driver = fixture.open();
    }

    @AfterEach
    void close() {
        driver.close();
        fixture.close();
    }

    final void restart() {
        driver.close();
        driver = fixture.open();
    }

    final void create() {
        driver.create(fixture.steady(resource, 1), Progress.NONE);
    }

    final String start() {
        return driver.start(resource, Progress.NONE).id();
    }

    final ObservedState state() {
        return driver.inspect(resource).observation().state();
    }

    final Watch watch() {
        return new Watch(driver, fixture.patience());
    }

    static void assertUnknown(ThrowingCallable verb) {
        assertFails(verb, DriverException.Kind.NOT_FOUND, DriverException.NOT_FOUND);
    }

    static void assertFails(ThrowingCallable verb, DriverException.Kind kind, String code) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(
                        DriverException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(kind);
                            assertThat(e.code()).isEqualTo(code);
                        });
    }
}
