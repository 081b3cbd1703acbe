package dev.aiwm.nodeagent.driver;

/** A driver whose objects are made from images that a registry has. */
public interface ImagePulling {
    /**
     * Have the image on this node. Done at once when it is there and the policy does not ask for a
     * fresh look; may always be repeated. PERMANENT when the registry says that there is no such
     * image or that the credentials are wrong, RETRYABLE when it does not answer.
     */
    PulledImage pull(PullRequest request, Progress progress);
}
