package dev.aiwm.command.api;

import dev.aiwm.contracts.bulk.ResourceFilter;
import dev.aiwm.contracts.bulk.task.DeleteSnapshotTask;
import dev.aiwm.contracts.bulk.task.ResourceTask;
import dev.aiwm.contracts.bulk.task.RestartTask;
import dev.aiwm.contracts.bulk.task.SnapshotTask;
import dev.aiwm.contracts.bulk.task.StopTask;
import dev.aiwm.contracts.resource.ResourceStatus;
import dev.aiwm.contracts.resource.ResourceType;

/** What may be asked of resources beforehand or of many at once. */
final class TaskRules {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final long LONGEST_GRACE_SECONDS = 3_600;
    private static final String AT = "/operation";

    private TaskRules() {}

    static void check(ResourceTask task, Findings findings) {
        if (task instanceof StopTask stop) {
            grace(stop.gracePeriodSeconds(), findings);
        } else if (task instanceof RestartTask restart) {
            grace(restart.gracePeriodSeconds(), findings);
        } else if (task instanceof SnapshotTask take) {
            boolean named =
                    take.name() != null
                            && !take.name().isBlank()
                            && take.name().length() <= LONGEST_NAME;
            findings.need(!named, AT + "/name", "and has at most 255 characters");
            boolean tooLong =
                    take.description() != null && take.description().length() > LONGEST_DESCRIPTION;
            if (tooLong) {
                findings.invalid(AT + "/description", "must have at most 2000 characters");
            }
        } else if (task instanceof DeleteSnapshotTask) {
            findings.invalid(
                    AT + "/action", "is what a schedule's retention does, and nobody else");
        }
    }

    private static void grace(Long seconds, Findings findings) {
        if (seconds != null && (seconds < 0 || seconds > LONGEST_GRACE_SECONDS)) {
            findings.invalid(AT + "/gracePeriodSeconds", "must be from 0 to 3600");
        }
    }

    /** A filter that asks for nothing would mean everything, which nobody means by leaving out. */
    static void check(ResourceFilter filter, Findings findings) {
        findings.need(filter.isOpen(), "/filter", "to say something");
        if (filter.resourceType() == ResourceType.UNKNOWN) {
            findings.invalid("/filter/resourceType", "is not a type of resource");
        }
        if (filter.status().contains(ResourceStatus.DELETED)) {
            findings.invalid("/filter/status", "must not ask for what is deleted");
        }
    }
}
