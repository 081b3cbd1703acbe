package dev.aiwm.nodeagent.driver.libvirt.images;

import dev.aiwm.contracts.resource.config.OsImage;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Images;
import dev.aiwm.nodeagent.driver.NodeImage;
import dev.aiwm.nodeagent.driver.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The folder in which the operator keeps what machines are made from: {@code debian-12.qcow2}, or
 * its address and checksum in {@code debian-12.url}.
 */
public final class ImageStore implements Images {
    public static final String IMAGE_MISSING = "IMAGE_MISSING";
    public static final String IMAGE_BROKEN = "IMAGE_BROKEN";

    private final Path folder;
    private final ImageDownload download = new ImageDownload();

    public ImageStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public List<NodeImage> images() {
        return Arrays.stream(OsImage.values())
                .filter(image -> image != OsImage.UNKNOWN)
                .map(this::look)
                .toList();
    }

    /** Have the image here; fetched when only its address is. */
    public BaseImage require(OsImage image, Progress progress) {
        var file = file(image);
        if (!Files.isReadable(file)) {
            var address = address(image);
            if (!Files.isReadable(address)) {
                throw DriverException.permanent(IMAGE_MISSING, hint(image));
            }
            download.fetch(ImageAddress.read(address), file, progress);
        }
        try {
            return new BaseImage(image.wire(), file, Qcow2.diskBytes(file));
        } catch (IOException e) {
            throw new DriverException(
                    DriverException.Kind.PERMANENT, IMAGE_BROKEN, broken(image, e), e);
        }
    }

    private NodeImage look(OsImage image) {
        var file = file(image);
        if (!Files.isReadable(file)) {
            boolean known = Files.isReadable(address(image));
            var state = known ? NodeImage.State.DOWNLOADABLE : NodeImage.State.MISSING;
            String hint = known ? "fetched when it is first asked for" : hint(image);
            return new NodeImage(image.wire(), state, null, null, hint);
        }
        try {
            return new NodeImage(
                    image.wire(),
                    NodeImage.State.PRESENT,
                    Files.size(file),
                    Qcow2.diskBytes(file),
                    null);
        } catch (IOException e) {
            return new NodeImage(
                    image.wire(), NodeImage.State.BROKEN, null, null, broken(image, e));
        }
    }

    private String hint(OsImage image) {
        return "this node has no image of %s: put one in qcow2 format at %s, or its address and its"
                        .formatted(image.wire(), file(image))
                + " SHA-256, each on a line, into "
                + address(image);
    }

    private String broken(OsImage image, IOException cause) {
        return "the image %s of %s cannot be used: %s"
                .formatted(file(image), image.wire(), cause.getMessage());
    }

    private Path file(OsImage image) {
        return folder.resolve(image.wire() + ".qcow2");
    }

    private Path address(OsImage image) {
        return folder.resolve(image.wire() + ".url");
    }
}
