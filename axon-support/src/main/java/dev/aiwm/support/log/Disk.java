package dev.aiwm.support.log;

/**
 * Where what is committed lasts. In a store whose commits do not wait for it themselves, whoever
 * tells others of a commit waits first.
 */
public interface Disk {
    /** Every commit has waited already. */
    Disk AT_COMMIT =
            new Disk() {
                @Override
                public void awaitAll() {}

                @Override
                public void awaitOwn() {}
            };

    /** Returns when all that is committed so far is on it. */
    void awaitAll();

    /** Returns when what this thread has committed is on it. */
    void awaitOwn();
}
