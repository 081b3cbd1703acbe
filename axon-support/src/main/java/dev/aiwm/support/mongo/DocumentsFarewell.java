package dev.aiwm.support.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * A process that ends while its document server is away does not wait for it: each projection
 * would, one after the other and again and again, before it could be stopped.
 */
final class DocumentsFarewell implements ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentsFarewell.class);

    private final MongoClient client;
    private final ApplicationContext own;

    DocumentsFarewell(MongoClient client, ApplicationContext own) {
        this.client = client;
        this.own = own;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (event.getApplicationContext() == own && !isThere()) {
            client.close();
        }
    }

    private boolean isThere() {
        try {
            ReadDatabases.ping(client);
            return true;
        } catch (MongoException e) {
            LOG.warn(
                    "The document server is away, and not waited for at the end: {}", e.toString());
            return false;
        }
    }
}
