package dev.aiwm.query.proof;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.aiwm.support.mongo.MongoServerInProcess;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class MongoProofStoreTest extends ProofStoreConformance {
    private MongoServerInProcess server;
    private MongoClient client;

    @BeforeEach
    void start() {
        server = MongoServerInProcess.on(folder.resolve("documents.mv"), 0);
        client = MongoClients.create(server.uri());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Override
    ProofStore open() {
        return new MongoProofStore(client.getDatabase("proof"));
    }
}
