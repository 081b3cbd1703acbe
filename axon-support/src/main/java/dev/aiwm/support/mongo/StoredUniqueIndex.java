package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;

import org.h2.mvstore.MVMap;

import java.util.List;
import java.util.Map;

/** A unique index in a map of the document file. */
final class StoredUniqueIndex extends AbstractUniqueIndex<DocumentKey> {
    private final MVMap<byte[], byte[]> positions;

    StoredUniqueIndex(
            String name, List<IndexKey> keys, boolean sparse, MVMap<byte[], byte[]> positions) {
        super(name, keys, sparse);
        this.positions = positions;
    }

    @Override
    protected DocumentKey removeDocument(KeyValue keyValue) {
        return position(positions.remove(DocumentKey.of(keyValue).bytes()));
    }

    @Override
    protected boolean putKeyPosition(KeyValue keyValue, DocumentKey position) {
        return positions.putIfAbsent(DocumentKey.of(keyValue).bytes(), position.bytes()) == null;
    }

    @Override
    protected DocumentKey getPosition(KeyValue keyValue) {
        return position(positions.get(DocumentKey.of(keyValue).bytes()));
    }

    private static DocumentKey position(byte[] bytes) {
        return bytes == null ? null : DocumentKey.ofBytes(bytes);
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, DocumentKey>> getIterable() {
        return () ->
                positions.entrySet().stream()
                        .map(
                                entry ->
                                        Map.entry(
                                                DocumentKey.ofBytes(entry.getKey()).toKeyValue(),
                                                DocumentKey.ofBytes(entry.getValue())))
                        .iterator();
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        positions.clear();
    }
}
