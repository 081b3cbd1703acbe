package dev.aiwm.command.gateway;

import java.util.function.BooleanSupplier;

/** Whether agents may connect now. */
final class GatewayOpen implements BooleanSupplier {
    private volatile boolean open;

    void set(boolean now) {
        open = now;
    }

    @Override
    public boolean getAsBoolean() {
        return open;
    }
}
