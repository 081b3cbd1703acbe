package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;

import org.h2.mvstore.MVMap;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A collection in a map of the document file. */
final class StoredCollection extends AbstractSynchronizedMongoCollection<DocumentKey> {
    private static final Comparator<DocumentWithPosition<DocumentKey>> LAST_FIRST =
            (one, other) ->
                    Arrays.compareUnsigned(other.getPosition().bytes(), one.getPosition().bytes());

    private static final Document ANY = new Document();
    private static final String ID = "_id";

    private final MVMap<byte[], Document> documents;
    private final AtomicInteger sizeChange = new AtomicInteger();

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<byte[], Document> documents) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected DocumentKey addDocumentInternal(Document document) {
        Object id =
                getIdField() == null
                        ? UUID.randomUUID()
                        : Utils.getSubdocumentValue(document, getIdField());
        DocumentKey key = DocumentKey.ofId(id);
        if (documents.putIfAbsent(key.bytes(), document) != null) {
            throw new IllegalStateException("there is a document " + id + " already");
        }
        return key;
    }

    @Override
    protected void handleUpdate(DocumentKey position, Document before, Document after) {
        documents.put(position.bytes(), after);
    }

    @Override
    protected void removeDocument(DocumentKey position) {
        documents.remove(position.bytes());
    }

    @Override
    protected Document getDocument(DocumentKey position) {
        return documents.get(position.bytes());
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected Stream<DocumentWithPosition<DocumentKey>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(
                        entry ->
                                new DocumentWithPosition<>(
                                        entry.getValue(), DocumentKey.ofBytes(entry.getKey())));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query,
            Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            Document fieldSelector) {
        if (isNaturalDescending(orderBy)) {
            return matchDocumentsFromStream(
                    streamAllDocumentsWithPosition()
                            .sorted(LAST_FIRST)
                            .map(DocumentWithPosition::getDocument),
                    query,
                    orderBy,
                    numberToSkip,
                    limit,
                    batchSize,
                    fieldSelector);
        }
        Optional<Predicate<Document>> quick = QuickMatch.of(query);
        Optional<QuickOrder> order = orderBy == null ? Optional.empty() : QuickOrder.of(orderBy);
        Stream<Document> found = candidates(query);
        Document rest = query;
        if (quick.isPresent()) {
            found = found.filter(quick.get());
            rest = ANY;
        }
        Document restOfOrder = orderBy;
        if (quick.isPresent() && order.isPresent()) {
            found = order.get().first(found, limit == 0 ? 0 : numberToSkip + limit).stream();
            restOfOrder = null;
        }
        return matchDocumentsFromStream(
                found, rest, restOfOrder, numberToSkip, limit, batchSize, fieldSelector);
    }

    /** With an id in the query there is only one; the server uses it only when it stands alone. */
    private Stream<Document> candidates(Document query) {
        return query.get(ID) instanceof String id
                ? Stream.ofNullable(documents.get(DocumentKey.ofId(id).bytes()))
                : documents.values().stream();
    }

    /** For aggregations, counting among them: one document after the other, never all at once. */
    @Override
    public Stream<Document> queryAllAsStream() {
        return documents.values().stream();
    }

    /** Since the server started; nothing here depends on it. */
    @Override
    protected int getDataSize() {
        return Math.max(0, sizeChange.get());
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        sizeChange.addAndGet(sizeDelta);
    }
}
