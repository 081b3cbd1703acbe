package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;

import io.netty.channel.Channel;

import java.util.Set;

/**
 * Databases in a document file. Each command is whole in the file or not there at all, because the
 * file is written between commands only.
 */
final class StoredBackend extends AbstractMongoBackend {
    /** These change nothing, so they need not wait while the file is written. */
    private static final Set<String> READING = Set.of("find", "getMore", "count", "distinct");

    private final DocumentFile file;

    StoredBackend(DocumentFile file) {
        this.file = file;
        file.databases().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new StoredDatabase(databaseName, file, getCursorRegistry());
    }

    @Override
    public Document handleCommand(
            Channel channel, String databaseName, String command, Document query) {
        if (READING.contains(command)) {
            return super.handleCommand(channel, databaseName, command, query);
        }
        return file.whole(() -> super.handleCommand(channel, databaseName, command, query));
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return file.whole(() -> super.handleQuery(query));
    }

    @Override
    public void close() {
        super.close();
        file.close();
    }
}
