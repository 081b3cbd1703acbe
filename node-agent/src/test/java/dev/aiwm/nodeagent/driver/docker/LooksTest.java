package dev.aiwm.nodeagent.driver.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.ResourceType;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class LooksTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE);
    private final Looks looks = new Looks(now::get);
    private final ResourceId one = ResourceId.random();
    private final ResourceId other = ResourceId.random();

    @Test
    void a_burst_is_looked_at_once_and_never_later_than_its_beginning_asks_for() {
        looks.add(mark(one, 1));
        pass(200);
        looks.add(mark(other, 1));
        looks.add(mark(one, 2));
        assertThat(looks.due()).isEmpty();

        pass(looks.millisUntilDue());
        assertThat(looks.due()).containsExactly(mark(one, 2));
        assertThat(looks.due()).isEmpty();

        pass(looks.millisUntilDue());
        assertThat(looks.due()).containsExactly(mark(other, 1));
    }

    @Test
    void nothing_is_due_when_nothing_happened() {
        assertThat(looks.due()).isEmpty();
        assertThat(looks.millisUntilDue()).isEqualTo(Long.MAX_VALUE);
    }

    private void pass(long millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static Mark mark(ResourceId resource, int generation) {
        return new Mark(resource, ResourceType.APPLICATION_CONTAINER, generation, false);
    }
}
