package dev.aiwm.support.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;

/** Documents as BSON; MVStore's own way, Java serialization, is many times slower. */
final class DocumentType extends BasicDataType<Document> {
    private static final int INITIAL_SIZE = 1024;
    private static final int PER_VALUE = 64;

    @Override
    public int getMemory(Document document) {
        return estimate(document);
    }

    /** Documents differ too much in size to be weighed by samples. */
    @Override
    public boolean isMemoryEstimationAllowed() {
        return false;
    }

    private static int estimate(Object value) {
        if (value instanceof String text) {
            return PER_VALUE + text.length();
        }
        if (value instanceof Map<?, ?> map) {
            int size = PER_VALUE;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                size += PER_VALUE + estimate(entry.getValue());
            }
            return size;
        }
        if (value instanceof Collection<?> values) {
            int size = PER_VALUE;
            for (Object element : values) {
                size += estimate(element);
            }
            return size;
        }
        return value instanceof byte[] bytes ? PER_VALUE + bytes.length : PER_VALUE;
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf encoded = Unpooled.buffer(INITIAL_SIZE);
        BsonEncoder.encodeDocument(document, encoded);
        buffer.putVarInt(encoded.readableBytes());
        buffer.put(encoded.array(), encoded.arrayOffset(), encoded.readableBytes());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        var bytes = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(bytes);
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
