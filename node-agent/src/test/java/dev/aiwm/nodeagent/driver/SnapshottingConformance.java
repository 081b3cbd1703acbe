package dev.aiwm.nodeagent.driver;

import static dev.aiwm.contracts.resource.ObservedState.RUNNING;
import static dev.aiwm.contracts.resource.ObservedState.STOPPED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.SnapshotId;
import dev.aiwm.contracts.resource.SnapshotConsistency;
import dev.aiwm.contracts.resource.SnapshotFacts;

import org.junit.jupiter.api.Test;

/** What every driver with snapshots keeps; to be extended once for each. */
public abstract class SnapshottingConformance extends DriverUnderTest {
    private final SnapshotId first = SnapshotId.random();
    private final SnapshotId second = SnapshotId.random();
    private final SnapshotId third = SnapshotId.random();

    @Test
    void a_snapshot_of_what_rests_is_one_of_disks_at_rest() {
        create();

        var taken = take(first);

        assertThat(taken.snapshotId()).isEqualTo(first);
        assertThat(taken.consistency()).isEqualTo(SnapshotConsistency.OFFLINE);
        assertThat(taken.parent()).isNull();
        assertThat(taken.memoryBytes()).isNull();
        assertThat(snapshots().snapshots(resource)).containsExactly(taken);
        assertThat(state()).isEqualTo(STOPPED);
    }

    @Test
    void taking_the_same_again_changes_nothing_and_tells_the_same() {
        create();
        var taken = take(first);
        start();

        assertThat(take(first)).isEqualTo(taken);
        assertThat(snapshots().snapshots(resource)).containsExactly(taken);
    }

    @Test
    void what_runs_still_runs_after_its_snapshot() {
        create();
        var runtime = start();

        var taken = take(first);

        assertThat(taken.consistency())
                .isNotIn(SnapshotConsistency.OFFLINE, SnapshotConsistency.UNKNOWN);
        assertThat(state()).isEqualTo(RUNNING);
        assertThat(driver.inspect(resource).runtime().id()).isEqualTo(runtime);
    }

    @Test
    void what_was_at_rest_is_stopped_when_it_is_put_back() {
        create();
        take(first);
        start();

        var after = snapshots().restoreSnapshot(resource, first, Progress.NONE);

        assertThat(after.observation().state()).isEqualTo(STOPPED);
        assertThat(after.runtime()).isNull();
        assertThat(state()).isEqualTo(STOPPED);
        start();
        assertThat(state()).isEqualTo(RUNNING);
    }

    @Test
    void what_has_its_memory_goes_on_when_it_is_put_back() {
        create();
        start();
        boolean memory = take(first).consistency() == SnapshotConsistency.MEMORY;
        driver.stop(resource, StopRequest.byForce());

        var after = snapshots().restoreSnapshot(resource, first, Progress.NONE);

        assertThat(after.observation().state()).isEqualTo(memory ? RUNNING : STOPPED);
        assertThat(driver.inspect(resource).runtime()).isEqualTo(after.runtime());
        assertThat(state()).isEqualTo(after.observation().state());
    }

    @Test
    void putting_back_may_be_repeated_and_keeps_the_snapshot() {
        create();
        take(first);

        var once = snapshots().restoreSnapshot(resource, first, Progress.NONE);
        var twice = snapshots().restoreSnapshot(resource, first, Progress.NONE);

        assertThat(twice.observation().state()).isEqualTo(once.observation().state());
        assertThat(snapshots().snapshots(resource)).hasSize(1);
    }

    @Test
    void each_snapshot_knows_what_it_is_based_on() {
        create();
        take(first);
        assertThat(take(second).parent()).isEqualTo(first);

        snapshots().restoreSnapshot(resource, first, Progress.NONE);

        assertThat(take(third).parent()).isEqualTo(first);
    }

    @Test
    void what_is_based_on_a_removed_snapshot_gets_its_parent() {
        create();
        take(first);
        take(second);
        take(third);

        snapshots().deleteSnapshot(resource, second, Progress.NONE);

        assertThat(snapshots().snapshots(resource))
                .extracting(SnapshotFacts::snapshotId, SnapshotFacts::parent)
                .containsExactly(tuple(first, null), tuple(third, first));
        snapshots().restoreSnapshot(resource, third, Progress.NONE);
        snapshots().restoreSnapshot(resource, first, Progress.NONE);
    }

    @Test
    void removing_what_is_not_there_is_done() {
        snapshots().deleteSnapshot(ResourceId.random(), first, Progress.NONE);
        create();
        take(first);
        snapshots().deleteSnapshot(resource, first, Progress.NONE);

        snapshots().deleteSnapshot(resource, first, Progress.NONE);

        assertThat(snapshots().snapshots(resource)).isEmpty();
    }

    @Test
    void what_is_not_there_cannot_be_taken_listed_or_put_back() {
        assertUnknown(() -> take(first));
        assertUnknown(() -> snapshots().snapshots(resource));
        assertUnknown(() -> snapshots().restoreSnapshot(resource, first, Progress.NONE));
        create();
        assertUnknown(() -> snapshots().restoreSnapshot(resource, first, Progress.NONE));
    }

    @Test
    void a_restarted_agent_finds_them() {
        create();
        take(first);
        start();
        take(second);
        var before = snapshots().snapshots(resource);

        restart();

        assertThat(snapshots().snapshots(resource)).isEqualTo(before);
        snapshots().restoreSnapshot(resource, first, Progress.NONE);
        assertThat(state()).isEqualTo(STOPPED);
    }

    @Test
    void a_newer_generation_keeps_them() {
        create();
        var taken = take(first);

        driver.create(fixture.steady(resource, 2), Progress.NONE);

        assertThat(snapshots().snapshots(resource)).containsExactly(taken);
        snapshots().restoreSnapshot(resource, first, Progress.NONE);
        assertThat(driver.inspect(resource).generation()).isEqualTo(2);
    }

    @Test
    void they_go_with_what_they_are_of() {
        create();
        take(first);
        start();
        take(second);

        driver.destroy(resource);

        assertThat(driver.recover()).isEmpty();
        create();
        assertThat(snapshots().snapshots(resource)).isEmpty();
    }

    private Snapshotting snapshots() {
        return driver.capability(Snapshotting.class).orElseThrow();
    }

    private SnapshotFacts take(SnapshotId snapshotId) {
        return snapshots()
                .takeSnapshot(
                        new SnapshotRequest(resource, snapshotId, "before", null), Progress.NONE);
    }
}
