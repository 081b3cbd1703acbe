package dev.aiwm.web.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Gives Axon's meters, which are in camel case, names like everybody else's: {@code
 * commandBus.allTimer} becomes {@code axon.command_bus.all_timer}.
 */
final class MetricNames implements MeterFilter {
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern ODD = Pattern.compile("[^a-z0-9._]");

    @Override
    public Meter.Id map(Meter.Id id) {
        String name = id.getName();
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.equals(lower)) {
            return id;
        }
        String snake = HUMP.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
        String plain = ODD.matcher(snake).replaceAll("_");
        return id.withName(plain.startsWith("axon.") ? plain : "axon." + plain);
    }
}
