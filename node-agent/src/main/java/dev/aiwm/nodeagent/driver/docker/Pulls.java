package dev.aiwm.nodeagent.driver.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PullResponseItem;

import dev.aiwm.contracts.resource.config.RegistryAuth;
import dev.aiwm.nodeagent.driver.DriverException;
import dev.aiwm.nodeagent.driver.Progress;
import dev.aiwm.nodeagent.driver.PullRequest;
import dev.aiwm.nodeagent.driver.PulledImage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Has images on the node. Credentials go with the one pull they were given for. */
final class Pulls {
    private static final String ALWAYS = "always";
    private static final String NEVER = "never";

    private final Engine engine;

    Pulls(Engine engine) {
        this.engine = engine;
    }

    PulledImage pull(PullRequest request, Progress progress) {
        boolean fresh = ALWAYS.equals(request.policy());
        var there = fresh ? Optional.<PulledImage>empty() : find(request.image());
        if (there.isPresent()) {
            return there.get();
        }
        if (NEVER.equals(request.policy())) {
            throw DriverException.permanent(
                    NewContainers.IMAGE_NOT_FOUND,
                    "image %s is not on the node, and is not to be pulled"
                            .formatted(request.image()));
        }
        download(request, progress);
        return find(request.image()).orElse(new PulledImage(request.image(), null));
    }

    private void download(PullRequest request, Progress progress) {
        try (var stream = engine.stream();
                var download = begin(stream, request, new Download(request, progress))) {
            var unused = download.awaitCompletion();
            download.fault()
                    .ifPresent(
                            fault -> {
                                throw engine.explained(fault);
                            });
        } catch (InterruptedException e) {
            throw DriverException.interrupted(e);
        }
    }

    private static Download begin(Engine.Stream stream, PullRequest request, Download download) {
        var command = stream.client().pullImageCmd(request.image());
        if (request.auth() != null) {
            command.withAuthConfig(credentials(request.image(), request.auth()));
        }
        return command.exec(download);
    }

    private Optional<PulledImage> find(String image) {
        return engine.ask(
                client -> {
                    try {
                        var found = client.inspectImageCmd(image).exec();
                        return Optional.of(
                                new PulledImage(image, digest(image, found.getRepoDigests())));
                    } catch (NotFoundException e) {
                        return Optional.empty();
                    }
                });
    }

    /** An image may be known to several registries; the one it was asked from comes first. */
    private static String digest(String image, List<String> known) {
        if (known == null || known.isEmpty()) {
            return null;
        }
        String repository = ImageNames.repository(image);
        return known.stream()
                .filter(name -> name.startsWith(repository + "@"))
                .findFirst()
                .orElse(known.get(0))
                .replaceFirst("^.*@", "");
    }

    private static AuthConfig credentials(String image, RegistryAuth auth) {
        return new AuthConfig()
                .withUsername(auth.username())
                .withPassword(auth.password() == null ? "" : auth.password().value())
                .withRegistryAddress(ImageNames.registry(image));
    }

    /** One download: its layers, and what the engine says at its end. */
    private static final class Download extends ResultCallback.Adapter<PullResponseItem> {
        private final PullRequest request;
        private final Progress progress;
        private final Layers layers = new Layers();
        private volatile DriverException fault;

        Download(PullRequest request, Progress progress) {
            this.request = request;
            this.progress = progress;
        }

        @Override
        public void onNext(PullResponseItem item) {
            if (item.isErrorIndicated()) {
                var detail = item.getErrorDetail();
                fault = PullFaults.told(request, detail == null ? "" : detail.getMessage());
                return;
            }
            layers.heard(item);
            progress.at(layers.percent(), "pulling " + request.image() + ": " + layers);
        }

        @Override
        public void onError(Throwable thrown) {
            fault = PullFaults.told(request, thrown);
            onComplete();
        }

        Optional<DriverException> fault() {
            return Optional.ofNullable(fault);
        }

        @Override
        public void close() {
            try {
                super.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
