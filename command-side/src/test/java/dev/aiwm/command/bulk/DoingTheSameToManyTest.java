package dev.aiwm.command.bulk;

import static dev.aiwm.command.sample.Samples.OWNER;
import static dev.aiwm.command.sample.Samples.failure;

import dev.aiwm.command.sample.Rejected;
import dev.aiwm.command.sample.Samples;
import dev.aiwm.contracts.BulkId;
import dev.aiwm.contracts.ExecutionId;
import dev.aiwm.contracts.RejectionCode;
import dev.aiwm.contracts.bulk.BulkStatus;
import dev.aiwm.contracts.bulk.BulkTarget;
import dev.aiwm.contracts.bulk.ItemStatus;
import dev.aiwm.contracts.bulk.command.CancelBulk;
import dev.aiwm.contracts.bulk.command.RecordBulkItemEnded;
import dev.aiwm.contracts.bulk.command.StartBulk;
import dev.aiwm.contracts.bulk.event.BulkCancellationRequested;
import dev.aiwm.contracts.bulk.event.BulkEnded;
import dev.aiwm.contracts.bulk.event.BulkItemBegun;
import dev.aiwm.contracts.bulk.event.BulkItemEnded;
import dev.aiwm.contracts.bulk.event.BulkStarted;
import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.bulk.task.StartTask;
import dev.aiwm.contracts.bulk.task.StopTask;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class DoingTheSameToManyTest {
    private static final BulkId BULK = BulkId.of("65a1b2c3d4e5f60718293a4b");
    private static final ResourceTask STOP = new StopTask(false, 10L);
    private static final long ANY = -1;

    private final AggregateTestFixture<Bulk> fixture = new AggregateTestFixture<>(Bulk.class);

    private static StartBulk start(int resources, int parallelism) {
        return new StartBulk(BULK, STOP, OWNER, null, targets(resources), parallelism, null);
    }

    private static BulkStarted started(int resources, int parallelism) {
        return new BulkStarted(BULK, STOP, OWNER, null, targets(resources), parallelism, null);
    }

    private static List<BulkTarget> targets(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new BulkTarget(Samples.resource(i), "r" + i))
                .toList();
    }

    private static BulkItemBegun begun(int item) {
        return new BulkItemBegun(
                BULK, item, Samples.resource(item), ExecutionId.of(BULK, item), STOP, OWNER, null);
    }

    private static BulkItemEnded itemEnded(int item, ItemStatus status) {
        return new BulkItemEnded(
                BULK,
                item,
                Samples.resource(item),
                ExecutionId.of(BULK, item),
                status,
                status.isGood() ? null : failure("BROKEN"),
                null);
    }

    private static RecordBulkItemEnded record(int item, ItemStatus status) {
        return new RecordBulkItemEnded(
                BULK, item, status, status.isGood() ? null : failure("BROKEN"));
    }

    private static BulkEnded ended(BulkStatus status) {
        return new BulkEnded(BULK, status, null);
    }

    @Test
    void only_so_many_resources_have_their_turn_at_a_time() {
        fixture.givenNoPriorActivity()
                .when(start(3, 2))
                .expectEvents(started(3, 2), begun(0), begun(1));
    }

    @Test
    void the_end_of_one_is_the_turn_of_the_next() {
        fixture.given(started(3, 2), begun(0), begun(1))
                .when(record(1, ItemStatus.SUCCEEDED))
                .expectEvents(itemEnded(1, ItemStatus.SUCCEEDED), begun(2));
    }

    @Test
    void what_one_refuses_does_not_keep_the_others_from_it_but_is_remembered_at_the_end() {
        fixture.given(started(2, 1), begun(0))
                .when(record(0, ItemStatus.REFUSED))
                .expectEvents(itemEnded(0, ItemStatus.REFUSED), begun(1));
        fixture.given(started(2, 1), begun(0), itemEnded(0, ItemStatus.REFUSED), begun(1))
                .when(record(1, ItemStatus.SUCCEEDED))
                .expectEvents(itemEnded(1, ItemStatus.SUCCEEDED), ended(BulkStatus.FAILED));
    }

    @Test
    void it_has_succeeded_when_every_resource_is_as_wanted() {
        fixture.given(started(2, 2), begun(0), begun(1), itemEnded(0, ItemStatus.UNCHANGED))
                .when(record(1, ItemStatus.SUCCEEDED))
                .expectEvents(itemEnded(1, ItemStatus.SUCCEEDED), ended(BulkStatus.SUCCEEDED));
    }

    @Test
    void nothing_is_to_be_done_to_no_resource() {
        fixture.givenNoPriorActivity()
                .when(start(0, 1))
                .expectEvents(started(0, 1), ended(BulkStatus.SUCCEEDED));
    }

    @Test
    void a_repeated_start_changes_nothing_even_if_other_resources_match_by_then() {
        fixture.given(started(2, 2), begun(0), begun(1))
                .when(start(5, 2))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(started(2, 2), begun(0), begun(1))
                .when(new StartBulk(BULK, new StartTask(), OWNER, null, List.of(), 2, null))
                .expectException(Rejected.with(RejectionCode.ALREADY_EXISTS));
    }

    @Test
    void a_repeated_report_is_no_news() {
        fixture.given(started(2, 2), begun(0), begun(1), itemEnded(0, ItemStatus.SUCCEEDED))
                .when(record(0, ItemStatus.FAILED))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void after_a_cancellation_no_resource_gets_its_turn_and_what_is_under_way_goes_on() {
        var cancelled = new BulkCancellationRequested(BULK, "enough");
        fixture.given(started(3, 1), begun(0))
                .when(new CancelBulk(BULK, "enough", false, ANY))
                .expectEvents(cancelled);
        fixture.given(started(3, 1), begun(0), cancelled)
                .when(record(0, ItemStatus.SUCCEEDED))
                .expectEvents(itemEnded(0, ItemStatus.SUCCEEDED), ended(BulkStatus.CANCELLED));
        fixture.given(started(3, 1), begun(0), cancelled)
                .when(new CancelBulk(BULK, "again", false, ANY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_has_ended_is_not_cancelled_nor_another_version_than_the_caller_saw() {
        fixture.given(started(0, 1), ended(BulkStatus.SUCCEEDED))
                .when(new CancelBulk(BULK, null, false, ANY))
                .expectException(Rejected.with(RejectionCode.EXECUTION_ENDED));
        fixture.given(started(1, 1), begun(0))
                .when(new CancelBulk(BULK, null, false, 0))
                .expectException(Rejected.with(RejectionCode.VERSION_MISMATCH));
    }

    @Test
    void a_forced_cancellation_waits_for_nobody_and_is_no_news_the_second_time() {
        var cancelled = new BulkCancellationRequested(BULK, "enough");
        var force = new CancelBulk(BULK, "enough", true, ANY);
        var letGo =
                new BulkItemEnded(
                        BULK,
                        0,
                        Samples.resource(0),
                        ExecutionId.of(BULK, 0),
                        ItemStatus.CANCELLED,
                        null,
                        null);
        fixture.given(started(2, 1), begun(0))
                .when(force)
                .expectEvents(cancelled, letGo, ended(BulkStatus.CANCELLED));
        fixture.given(started(2, 1), begun(0), cancelled)
                .when(force)
                .expectEvents(letGo, ended(BulkStatus.CANCELLED));
        fixture.given(started(2, 1), begun(0), cancelled, letGo, ended(BulkStatus.CANCELLED))
                .when(force)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
