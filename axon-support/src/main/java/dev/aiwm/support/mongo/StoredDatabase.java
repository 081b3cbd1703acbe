package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.oplog.Oplog;

import java.util.List;

/** A database in the document file: one map per collection and per unique index. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<DocumentKey> {
    private final DocumentFile file;

    StoredDatabase(String name, DocumentFile file, CursorRegistry cursors) {
        super(name, cursors);
        this.file = file;
        initializeNamespacesAndIndexes();
    }

    @Override
    protected MongoCollection<DocumentKey> openOrCreateCollection(
            String collectionName, CollectionOptions options) {
        return new StoredCollection(
                this,
                collectionName,
                options,
                cursorRegistry,
                file.documents(databaseName, collectionName));
    }

    @Override
    protected Index<DocumentKey> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return new StoredUniqueIndex(
                indexName, keys, sparse, file.index(databaseName, collectionName, indexName));
    }

    @Override
    protected void dropIndex(MongoCollection<DocumentKey> collection, String indexName) {
        super.dropIndex(collection, indexName);
        file.removeIndex(databaseName, collection.getCollectionName(), indexName);
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
        file.removeCollection(databaseName, collectionName);
    }

    @Override
    public void moveCollection(
            MongoDatabase oldDatabase, MongoCollection<?> collection, String newCollectionName) {
        throw new UnsupportedOperationException("collections of this server keep their name");
    }

    @Override
    public void drop(Oplog oplog) {
        super.drop(oplog);
        file.removeDatabase(databaseName);
    }

    @Override
    protected long getFileSize() {
        return file.size();
    }

    @Override
    protected long getStorageSize() {
        return file.size();
    }
}
