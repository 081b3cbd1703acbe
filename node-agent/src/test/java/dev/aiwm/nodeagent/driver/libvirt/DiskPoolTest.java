package dev.aiwm.nodeagent.driver.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aiwm.contracts.ResourceId;
import dev.aiwm.contracts.resource.config.DiskFormat;
import dev.aiwm.testing.Virsh;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

class DiskPoolTest extends LibvirtTest {
    private static final int LOOKS = 200;

    private DiskPool pool;
    private LibvirtConnection connection;
    private NativeConnection nativeConnection;

    @BeforeEach
    void openPool() {
        connection = new LibvirtConnection(Virsh.URI, (domain, event) -> 0, () -> {});
        nativeConnection = new NativeConnection(Virsh.URI);
        pool = fixture.pool(connection, nativeConnection);
    }

    @AfterEach
    void closePool() {
        pool.deleteAll(resource);
        nativeConnection.close();
        connection.close();
    }

    @Test
    void a_list_waits_for_the_disks_that_are_being_made_for_others() throws Exception {
        String ours = DiskPool.disk(resource);
        pool.createEmpty(ours, DiskFormat.QCOW2, 1L << 20);
        var enough = new AtomicBoolean();
        var made = new AtomicInteger();
        var others = CompletableFuture.runAsync(() -> makeDisks(enough, made));
        try {
            for (int look = 0; look < LOOKS; look++) {
                assertThat(pool.volumes(resource.value() + ".")).containsExactly(ours);
            }
        } finally {
            enough.set(true);
            others.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
        assertThat(made).hasPositiveValue();
    }

    private void makeDisks(AtomicBoolean enough, AtomicInteger made) {
        String volume = DiskPool.disk(ResourceId.random());
        while (!enough.get()) {
            pool.createEmpty(volume, DiskFormat.QCOW2, 1L << 20);
            made.incrementAndGet();
            pool.delete(volume);
        }
    }
}
