package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Values as bytes that are equal when the values are. Text is ordered as one expects, all else in
 * some order.
 */
final class DocumentKey {
    private static final byte TEXT = 1;
    private static final byte OTHER = 2;
    private static final String FIELD = "v";

    private final byte[] bytes;

    private DocumentKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static DocumentKey ofBytes(byte[] bytes) {
        return new DocumentKey(bytes);
    }

    /** The key of a document by its id, which may be absent in the server's own collections. */
    static DocumentKey ofId(Object id) {
        return of(new KeyValue(Arrays.asList(id)).normalized());
    }

    static DocumentKey of(KeyValue values) {
        if (values.size() == 1 && values.get(0) instanceof String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            var bytes = new byte[encoded.length + 1];
            bytes[0] = TEXT;
            System.arraycopy(encoded, 0, bytes, 1, encoded.length);
            return new DocumentKey(bytes);
        }
        List<Object> list = new ArrayList<>();
        values.forEach(list::add);
        ByteBuf encoded = Unpooled.buffer();
        encoded.writeByte(OTHER);
        BsonEncoder.encodeDocument(new Document(FIELD, list), encoded);
        return new DocumentKey(Arrays.copyOf(encoded.array(), encoded.readableBytes()));
    }

    KeyValue toKeyValue() {
        if (bytes[0] == TEXT) {
            return new KeyValue(new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8));
        }
        Document decoded =
                BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes, 1, bytes.length - 1));
        return new KeyValue((List<?>) Objects.requireNonNull(decoded.get(FIELD)));
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
