package dev.aiwm.support.personal;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;

import org.junit.jupiter.api.AfterEach;

class MongoPersonalKeysTest extends PersonalDataConformance {
    private final MongoServer server = new MongoServer(H2Backend.inMemory());
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString());
    private final PersonalKeys keys = new MongoPersonalKeys(client.getDatabase("test"));

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    @Override
    PersonalKeys keys() {
        return keys;
    }
}
