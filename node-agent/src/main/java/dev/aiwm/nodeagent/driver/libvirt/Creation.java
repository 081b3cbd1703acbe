package dev.aiwm.nodeagent.driver.libvirt;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.config.VirtualMachineConfig;
import dev.aiwm.nodeagent.driver.CreateRequest;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.libvirt.domain.Attachment;
import dev.aiwm.nodeagent.driver.libvirt.domain.DerivedNames;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainSpec;
import dev.aiwm.nodeagent.driver.libvirt.domain.DomainXml;
import dev.aiwm.nodeagent.driver.libvirt.domain.Mark;
import dev.aiwm.nodeagent.driver.libvirt.host.HostDevices;
import dev.aiwm.nodeagent.driver.libvirt.images.ImageStore;
import dev.aiwm.nodeagent.driver.libvirt.seed.NoCloudSeed;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * Makes machines. A newer generation keeps the disk of the older as long as it is of the same
 * image: what a user changes in a machine's size or network does not cost them what is on it. Nor
 * does it when somebody takes the machine's definition away: what is made anew has its old disks.
 */
final class Creation {
    static final String PASSWORD_UNSUPPORTED = "PASSWORD_UNSUPPORTED";

    private static final String LETTERS =
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LibvirtSettings settings;
    private final LibvirtConnection connection;
    private final Domains domains;
    private final DiskPool pool;
    private final MachineDisks disks;
    private final KeptSnapshots snapshots;
    private final ImageStore images;
    private final HostDevices devices;
    private final Abilities abilities;
    private final Clock clock;

    Creation(
            LibvirtSettings settings,
            LibvirtConnection connection,
            Domains domains,
            DiskPool pool,
            ImageStore images,
            HostDevices devices,
            Abilities abilities,
            Clock clock) {
        this.settings = settings;
        this.connection = connection;
        this.domains = domains;
        this.pool = pool;
        disks = new MachineDisks(pool);
        snapshots = new KeptSnapshots(domains, pool);
        this.images = images;
        this.devices = devices;
        this.abilities = abilities;
        this.clock = clock;
    }

    /**
     * @param remove takes away a machine whose place is taken altogether, with its disks
     * @param stop switches a machine off whose disk is kept
     */
    void create(
            CreateRequest request,
            Progress progress,
            Consumer<ResourceId> remove,
            Consumer<ResourceId> stop) {
        var config = machine(request);
        var id = request.resourceId();
        Mark before = existing(id);
        if (before != null && before.generation() == request.generation()) {
            return;
        }
        if (before != null && before.generation() > request.generation()) {
            throw DriverException.permanent(
                    DriverException.STALE_GENERATION,
                    "generation %d exists, %d was to be made"
                            .formatted(before.generation(), request.generation()));
        }
        requireSensible(config);
        var attachment = attachment(config);
        var given = devices.of(request.claims());
        var first = first(before, id, config);
        if (first == FirstDisk.OURS) {
            disks.requireGrowth(id, config);
            stop.accept(id);
            disks.keep(id, config);
        } else {
            var image = images.require(config.osImage(), progress);
            MachineDisks.requireRoom(config.diskGB(), image.diskBytes());
            makeWay(first, id, config, remove);
            progress.at(50, "making the disks");
            disks.make(id, config, image);
        }
        progress.at(70, "writing what the guest reads at its boot");
        boolean booted = first == FirstDisk.OURS && (before != null || pool.hasConsoleLog(id));
        var seed = SeedPlan.of(request, config, settings.nameservers(), !booted);
        pool.put(DiskPool.seed(id), NoCloudSeed.disc(seed, clock.instant()));
        progress.at(90, "defining");
        define(spec(request, config, attachment, given));
        if (before == null && first == FirstDisk.OURS) {
            snapshots.tellAgain(id);
        }
    }

    /** Disks outlive the definition of their machine: they are looked for when that is gone. */
    private FirstDisk first(Mark before, ResourceId id, VirtualMachineConfig config) {
        String image = config.osImage().wire();
        if (before == null) {
            return disks.first(id, image);
        }
        return before.image().equals(image) ? FirstDisk.OURS : FirstDisk.OF_ANOTHER_IMAGE;
    }

    private void makeWay(
            FirstDisk first,
            ResourceId id,
            VirtualMachineConfig config,
            Consumer<ResourceId> remove) {
        if (first == FirstDisk.OF_ANOTHER_IMAGE) {
            remove.accept(id);
        }
        if (first == FirstDisk.MISSING) {
            disks.clearFirst(id);
            disks.requireGrowth(id, config);
        }
    }

    private void define(DomainSpec spec) {
        connection.call(
                "define the machine",
                connect -> connect.domainDefineXML(DomainXml.of(spec)).free());
    }

    private DomainSpec spec(
            CreateRequest request,
            VirtualMachineConfig config,
            Attachment attachment,
            DomainSpec.Devices given) {
        var id = request.resourceId();
        return new DomainSpec(
                DerivedNames.uuid(id),
                DerivedNames.domain(id),
                mark(request, config),
                abilities.of(config.osImage(), given),
                Guests.isWindows(config.osImage()),
                config.vcpus(),
                config.ramMB(),
                disks.of(id, config),
                pool.path(DiskPool.seed(id)),
                attachment,
                DerivedNames.mac(id),
                given,
                pool.consoleLog(id),
                password());
    }

    private Mark mark(CreateRequest request, VirtualMachineConfig config) {
        var claims = request.claims();
        return new Mark(
                request.resourceId(),
                request.generation(),
                settings.owner(),
                config.osImage().wire(),
                config.networkConfig().ipAddress(),
                claims.cpuCores() > 0 ? claims.cpuCores() : config.vcpus(),
                config.ramMB(),
                claims.gpuIds());
    }

    private Attachment attachment(VirtualMachineConfig config) {
        Integer vlan = config.networkConfig().vlanId();
        var attachment = settings.network().attachment(vlan);
        var card = settings.sys().resolve("class/net").resolve(attachment.name());
        if (NetworkTemplate.isHostCard(attachment) && !Files.isDirectory(card)) {
            throw DriverException.permanent(
                    Failures.BRIDGE_MISSING,
                    "this node has no %s for VLAN %s: its administrator makes it, or names another in"
                                    .formatted(
                                            attachment.name(), vlan == null ? "1 (default)" : vlan)
                            + " AIWM_VM_NETWORK");
        }
        return attachment;
    }

    /** Throws when the place is taken by a domain that is not ours. */
    private Mark existing(ResourceId resourceId) {
        var found =
                domains.look(
                        DerivedNames.uuid(resourceId),
                        "look for the machine",
                        (domain, description) -> description);
        if (found.isEmpty()) {
            return null;
        }
        return domains.ours(found.get())
                .orElseThrow(
                        () ->
                                DriverException.permanent(
                                        Failures.CONFLICT,
                                        "libvirt has a machine %s that this agent did not make"
                                                .formatted(found.get().name())));
    }

    private static void requireSensible(VirtualMachineConfig config) {
        var cloudInit = config.cloudInit();
        if (Guests.isWindows(config.osImage())
                && cloudInit != null
                && cloudInit.password() != null) {
            throw DriverException.permanent(
                    PASSWORD_UNSUPPORTED,
                    "a Windows guest takes no password hash, and no password leaves this agent in"
                            + " the clear: use an SSH key, or the password of the image");
        }
    }

    private static VirtualMachineConfig machine(CreateRequest request) {
        if (request.config() instanceof VirtualMachineConfig config) {
            return config;
        }
        throw DriverException.permanent(
                Failures.UNSUPPORTED, "libvirt runs virtual machines, not containers");
    }

    /** Only so many characters count in the protocol of the screen. */
    static String password() {
        var password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
