package dev.aiwm.nodeagent.gpu;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The GPUs of this machine by NVIDIA's own program. It is asked anew each time, as cards fall off
 * the bus and slices come and go; a driver in trouble can let it hang, so it gets only so long.
 */
public final class NvidiaSmi {
    private static final Logger log = LoggerFactory.getLogger(NvidiaSmi.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path SYS = Path.of("/sys");

    private final List<String> program;
    private final Path sys;
    private final Duration patience;
    private volatile String fault;

    public NvidiaSmi() {
        this(List.of("nvidia-smi"), SYS, PATIENCE);
    }

    /**
     * @param program what to run, before the arguments
     * @param sys where the kernel shows its devices
     */
    NvidiaSmi(List<String> program, Path sys, Duration patience) {
        this.program = List.copyOf(program);
        this.sys = sys;
        this.patience = patience;
    }

    /** Why there were none last time; null when it answered, or when there is no such program. */
    public String fault() {
        return fault;
    }

    /** None when there is no such program, or when it fails: then the log says why. */
    public List<Gpu> gpus() {
        fault = null;
        try {
            var report = run("-q", "-x");
            if (report.isEmpty()) {
                return List.of();
            }
            var gpus = SmiReport.read(report.get());
            if (gpus.stream().allMatch(gpu -> gpu.slices().isEmpty())) {
                return gpus.stream().map(this::grouped).toList();
            }
            var list = SmiList.read(run("-L").orElse(""));
            return gpus.stream().map(list::named).map(this::grouped).toList();
        } catch (IllegalArgumentException e) {
            fault = "its report cannot be read";
            log.warn("the report of the GPUs cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    private Gpu grouped(Gpu gpu) {
        if (gpu.pciAddress() == null) {
            return gpu;
        }
        var link = sys.resolve("bus/pci/devices").resolve(gpu.pciAddress()).resolve("iommu_group");
        try {
            return gpu.inGroup(Integer.valueOf(link.toRealPath().getFileName().toString()));
        } catch (IOException | NumberFormatException e) {
            log.debug("{} is in no IOMMU group", gpu.pciAddress(), e);
            return gpu;
        }
    }

    /** What it writes; empty when it is not there, fails or takes too long. */
    private Optional<String> run(String... arguments) {
        var command = new ArrayList<>(program);
        command.addAll(List.of(arguments));
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            log.debug("no {} here", program.get(0), e);
            return Optional.empty();
        }
        return outcome(process);
    }

    private Optional<String> outcome(Process process) {
        try {
            process.getOutputStream().close();
            var said = CompletableFuture.supplyAsync(() -> all(process));
            String text = said.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException("it does not end");
            }
            if (process.exitValue() != 0) {
                fault = "it failed with %d: %s".formatted(process.exitValue(), first(text));
                log.warn("{} failed with {}: {}", program.get(0), process.exitValue(), first(text));
                return Optional.empty();
            }
            return Optional.of(text);
        } catch (TimeoutException | ExecutionException | IOException e) {
            fault = "it gave no answer";
            log.warn("{} gave no answer: {}", program.get(0), e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String all(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(String text) {
        return text.lines().findFirst().orElse("");
    }
}
