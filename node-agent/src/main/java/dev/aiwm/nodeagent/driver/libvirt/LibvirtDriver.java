package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.node.Inventory;
import dev.aiwm.contracts.protocol.ManagedResource;
import dev.aiwm.contracts.resource.Runtime;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.EngineStats;
import dev.aiwm.nodeagent.driver.Fingerprint;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.ResourceDriver;
import dev.aiwm.nodeagent.driver.StopOutcome;
import dev.aiwm.nodeagent.driver.StopRequest;
import dev.aiwm.nodeagent.driver.Subscription;
import dev.aiwm.nodeagent.driver.libvirt.domain.Capabilities;
import dev.aiwm.nodeagent.driver.libvirt.host.GpuLocator;
import dev.aiwm.nodeagent.driver.libvirt.host.HostDevices;
import dev.aiwm.nodeagent.driver.libvirt.images.ImageStore;

import org.libvirt.Connect;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Virtual machines of QEMU, in the care of libvirt. */
public final class LibvirtDriver implements ResourceDriver {
    private static final Duration SCAN = Duration.ofSeconds(15);

    private final LibvirtSettings settings;
    private final LibvirtConnection connection;
    private final NativeConnection nativeConnection;
    private final Machines machines;
    private final DomainWatch watch;
    private final Power power;
    private final Removal removal;
    private final Creation creation;
    private final Meter meter;
    private final List<Object> capabilities;

    public LibvirtDriver(LibvirtSettings settings, GpuLocator gpus) {
        this(settings, gpus, Clock.systemUTC());
    }

    LibvirtDriver(LibvirtSettings settings, GpuLocator gpus, Clock clock) {
        this.settings = settings;
        var events = new EventRelay();
        connection = new LibvirtConnection(settings.uri(), events, events::scan);
        nativeConnection = new NativeConnection(settings.uri());
        var domains = new Domains(connection, settings.owner());
        var pool = new DiskPool(connection, nativeConnection, settings.pool(), settings.disks());
        var images = new ImageStore(settings.images());
        machines = new Machines(domains, nativeConnection, clock);
        watch = new DomainWatch(machines, clock);
        events.relayTo(watch);
        power = new Power(domains, machines, watch);
        removal = new Removal(domains, pool, power);
        creation =
                new Creation(
                        settings,
                        connection,
                        domains,
                        pool,
                        images,
                        new HostDevices(settings.sys(), settings.vgpu(), gpus),
                        new Abilities(settings, connection, nativeConnection),
                        clock);
        meter = new Meter(domains, machines);
        capabilities =
                List.of(
                        power,
                        new Sizes(connection, domains, pool),
                        new Snapshots(connection, domains, machines, pool, power, watch, clock),
                        new MachineConsoles(domains, nativeConnection, clock),
                        new ConsoleLogs(domains),
                        images);
        watch.scanEvery(SCAN);
    }

    @Override
    public String name() {
        return "libvirt";
    }

    @Override
    public Set<String> engines() {
        return Set.of(Inventory.VIRTUAL_MACHINES);
    }

    @Override
    public Fingerprint fingerprint() {
        String capabilities = connection.call("tell what it can", Connect::getCapabilities);
        if (!Capabilities.hasGuests(capabilities)) {
            throw DriverException.permanent(
                    Failures.UNSUPPORTED,
                    "libvirt at %s has no QEMU for x86_64: install qemu-system-x86"
                            .formatted(settings.uri()));
        }
        return new Fingerprint(null, List.of(), null, settings.vgpu(), false);
    }

    @Override
    public void create(CreateRequest request, Progress progress) {
        creation.create(request, progress, removal::remove, removal::off);
    }

    @Override
    public Runtime start(ResourceId resourceId, Progress progress) {
        return power.start(resourceId, progress);
    }

    @Override
    public StopOutcome stop(ResourceId resourceId, StopRequest request) {
        return power.stop(resourceId, request);
    }

    @Override
    public void destroy(ResourceId resourceId) {
        removal.remove(resourceId);
    }

    @Override
    public ManagedResource inspect(ResourceId resourceId) {
        return watch.see(machines.get(resourceId));
    }

    @Override
    public List<ManagedResource> recover() {
        return machines.all().stream().map(watch::see).toList();
    }

    @Override
    public EngineStats stats() {
        return meter.measure();
    }

    @Override
    public EngineStats stats(ResourceId resourceId) {
        return meter.measure(resourceId);
    }

    @Override
    public Subscription events(Consumer<ManagedResource> listener) {
        return watch.listen(listener);
    }

    @Override
    public <T> Optional<T> capability(Class<T> type) {
        return capabilities.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public void close() {
        watch.close();
        connection.close();
        nativeConnection.close();
    }
}
