package dev.aiwm.nodeagent.driver.simulated;

import dev.aiwm.nodeagent.driver.DriverException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls that each fault is about and lets it happen when it is due. */
final class FaultPlan {
    private record Counted(Fault fault, AtomicInteger calls) {}

    private final List<Counted> faults;

    FaultPlan(List<Fault> faults) {
        this.faults =
                faults.stream().map(fault -> new Counted(fault, new AtomicInteger())).toList();
    }

    void strike(Fault.Verb verb, String name) {
        for (var counted : faults) {
            var fault = counted.fault();
            if (fault.verb() == verb && fault.matching().matcher(name).find()) {
                int call = counted.calls().incrementAndGet();
                if (call >= fault.from() && call <= fault.to()) {
                    throw new DriverException(fault.kind(), fault.code(), fault.message());
                }
            }
        }
    }
}
