package dev.aiwm.command.api;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.bulk.task.SnapshotTask;
import dev.aiwm.contracts.schedule.MissedRuns;
import dev.aiwm.contracts.schedule.Retention;
import dev.aiwm.contracts.schedule.timing.AfterTiming;
import dev.aiwm.contracts.schedule.timing.CronTiming;
import dev.aiwm.contracts.schedule.timing.OnceTiming;
import dev.aiwm.contracts.schedule.timing.Timing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** What a schedule may say. */
final class ScheduleRules {
    private static final long LONGEST_SECONDS = Duration.ofDays(3_660).toSeconds();

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** One less than a machine may have, so that there is room for the next. */
    private static final int MOST_KEPT = 31;

    private ScheduleRules() {}

    static void check(ScheduleRequest request, int mostParallel, Findings findings) {
        TaskRules.check(request.operation(), findings);
        timing(request.timing(), findings);
        target(request, findings);
        retention(request, findings);
        if (request.missedRuns() == MissedRuns.UNKNOWN) {
            findings.invalid("/missedRuns", "must be skip, run-once or run-all");
        }
        if (request.parallelism() != null && request.parallelism() > mostParallel) {
            findings.invalid("/parallelism", "must be at most " + mostParallel);
        }
    }

    private static void timing(Timing timing, Findings findings) {
        if (timing instanceof OnceTiming once) {
            if (once.at().isBefore(Instant.EPOCH) || once.at().isAfter(LATEST)) {
                findings.invalid("/timing/at", "must be from " + Instant.EPOCH + " to " + LATEST);
            }
        } else if (timing instanceof AfterTiming after) {
            if (after.seconds() < 1 || after.seconds() > LONGEST_SECONDS) {
                findings.invalid("/timing/seconds", "must be from 1 to " + LONGEST_SECONDS);
            }
        } else if (timing instanceof CronTiming cron) {
            try {
                cron.requireExpression();
            } catch (IllegalArgumentException e) {
                findings.invalid("/timing/expression", e.getMessage());
            }
            try {
                cron.zone();
            } catch (DateTimeException e) {
                findings.invalid("/timing/timeZone", "must be one such as Europe/Vienna");
            }
        }
    }

    private static void target(ScheduleRequest request, Findings findings) {
        boolean one = request.resourceId() != null;
        boolean many = request.filter() != null;
        findings.need(!one && !many, "/resourceId", "without a filter");
        findings.contradiction(one && many, "/filter", "and resourceId exclude each other");
        if (many) {
            TaskRules.check(request.filter(), findings);
        }
        if (one) {
            try {
                ResourceId.of(request.resourceId());
            } catch (IllegalArgumentException e) {
                findings.invalid("/resourceId", "must be 24 hex digits");
            }
        }
    }

    private static void retention(ScheduleRequest request, Findings findings) {
        Retention retention = request.retention();
        if (retention == null) {
            return;
        }
        findings.contradiction(
                !(request.operation() instanceof SnapshotTask),
                "/retention",
                "is for schedules of snapshots");
        findings.need(
                retention.keep() == null && retention.maxAgeSeconds() == null,
                "/retention/keep",
                "without maxAgeSeconds");
        if (retention.keep() != null && (retention.keep() < 1 || retention.keep() > MOST_KEPT)) {
            findings.invalid("/retention/keep", "must be from 1 to " + MOST_KEPT);
        }
        Long age = retention.maxAgeSeconds();
        if (age != null && (age < 1 || age > LONGEST_SECONDS)) {
            findings.invalid("/retention/maxAgeSeconds", "must be from 1 to " + LONGEST_SECONDS);
        }
    }
}
