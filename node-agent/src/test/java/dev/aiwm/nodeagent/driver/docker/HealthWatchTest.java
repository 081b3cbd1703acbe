package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

class HealthWatchTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration OFTEN = Duration.ofMillis(20);

    private final BlockingQueue<Mark> changed = new LinkedBlockingQueue<>();
    private final HandClock clock = new HandClock();
    private final HealthWatch watch = new HealthWatch(clock, changed::add);
    private final WebServer server = new WebServer(200);
    private final Mark mark =
            new Mark(ResourceId.random(), ResourceType.APPLICATION_CONTAINER, 1, false);

    /** Stands still until it is moved. */
    private static final class HandClock extends Clock {
        private volatile Instant now = START.plusSeconds(3600);

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @AfterEach
    void end() {
        watch.close();
        server.close();
    }

    private Patient patient(String containerId, Instant startedAt, Duration startPeriod) {
        var probe =
                new HealthProbe(
                        server.port(), "/up", OFTEN, Duration.ofSeconds(20), 2, startPeriod);
        return new Patient(mark, containerId, startedAt, probe, "127.0.0.1");
    }

    private Patient patient() {
        return patient("box", START, Duration.ZERO);
    }

    private String complaint() {
        return watch.complaint(mark.resourceId(), "box");
    }

    private void awaitNews() throws InterruptedException {
        assertThat(changed.poll(20, TimeUnit.SECONDS)).as("news").isEqualTo(mark);
    }

    private void awaitQuestions(int more) {
        int enough = server.asked().size() + more;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (server.asked().size() < enough) {
            assertThat(System.nanoTime()).as("is asked").isLessThan(end);
            LockSupport.parkNanos(OFTEN.toNanos());
        }
    }

    @Test
    void it_is_told_when_a_container_is_unwell_and_when_it_is_well_again() throws Exception {
        watch.saw(patient());
        awaitQuestions(3);
        assertThat(complaint()).isNull();

        server.answer(503);
        awaitNews();
        assertThat(complaint()).isEqualTo("/up answers 503");

        server.answer(302);
        awaitNews();
        assertThat(complaint()).isNull();
        assertThat(changed).isEmpty();
    }

    @Test
    void one_that_starts_has_time_until_it_is_well() throws Exception {
        server.answer(503);
        clock.now = START.plusSeconds(5);
        watch.saw(patient("box", START, Duration.ofSeconds(10)));
        awaitQuestions(5);
        assertThat(complaint()).isNull();

        clock.now = START.plusSeconds(10);
        awaitNews();

        assertThat(complaint()).isNotNull();
    }

    @Test
    void another_run_begins_anew() throws Exception {
        server.answer(500);
        watch.saw(patient());
        awaitNews();
        watch.saw(patient());
        assertThat(complaint()).isNotNull();

        watch.saw(patient("box", START.plusSeconds(1), Duration.ofDays(1)));
        assertThat(complaint()).isNull();
        awaitQuestions(3);
        watch.saw(patient("another box", START.plusSeconds(1), Duration.ofDays(1)));

        assertThat(complaint()).isNull();
        assertThat(changed).isEmpty();
    }

    @Test
    void what_has_no_address_is_unwell() throws Exception {
        watch.saw(new Patient(mark, "box", START, patient().probe(), null));

        awaitNews();

        assertThat(complaint()).contains("no address");
    }

    @Test
    void what_does_not_run_is_not_asked() throws Exception {
        watch.saw(patient());
        awaitQuestions(2);
        watch.forget(mark.resourceId());

        assertNobodyAsks();
    }

    @Test
    void what_is_out_of_sight_is_not_asked() throws Exception {
        watch.saw(patient());
        awaitQuestions(2);
        clock.now = clock.now.plusSeconds(61);

        assertNobodyAsks();
        assertThat(complaint()).isNull();
    }

    /** One question may be under way; no two more are. */
    private void assertNobodyAsks() {
        int asked = server.asked().size();
        LockSupport.parkNanos(OFTEN.multipliedBy(10).toNanos());
        assertThat(server.asked()).hasSizeLessThan(asked + 2);
    }

    @Test
    void a_slow_one_does_not_keep_others_waiting() throws Exception {
        var slow = new Mark(ResourceId.random(), ResourceType.APPLICATION_CONTAINER, 1, false);
        try (var silent = new ServerSocket(0)) {
            var probe =
                    new HealthProbe(
                            silent.getLocalPort(),
                            "/",
                            OFTEN,
                            Duration.ofSeconds(20),
                            1,
                            Duration.ZERO);
            watch.saw(new Patient(slow, "slow", START, probe, "127.0.0.1"));
            server.answer(404);
            watch.saw(patient());

            awaitNews();
        }
    }
}
