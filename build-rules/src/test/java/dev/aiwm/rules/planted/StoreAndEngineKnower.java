package dev.aiwm.rules.planted;

import com.github.dockerjava.planted.Engine;

import de.bwaldvogel.planted.Store;

class StoreAndEngineKnower {
    private final Engine engine = new Engine();
    private final Store store = new Store();

    @Override
    public String toString() {
        return engine + " " + store;
    }
}
