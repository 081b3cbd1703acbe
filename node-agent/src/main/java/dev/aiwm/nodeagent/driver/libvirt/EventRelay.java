package dev.aiwm.nodeagent.driver.libvirt;

import org.libvirt.Domain;
import org.libvirt.event.DomainEvent;
import org.libvirt.event.LifecycleListener;

/** Lets a connection be made before there is someone to watch it. */
final class EventRelay implements LifecycleListener {
    private volatile DomainWatch watch;

    void relayTo(DomainWatch target) {
        watch = target;
    }

    /** The connection was opened again or lost: look at everything. */
    void scan() {
        var target = watch;
        if (target != null) {
            target.scanSoon();
        }
    }

    @Override
    public int onLifecycleChange(Domain domain, DomainEvent event) {
        var target = watch;
        return target == null ? 0 : target.onLifecycleChange(domain, event);
    }
}
