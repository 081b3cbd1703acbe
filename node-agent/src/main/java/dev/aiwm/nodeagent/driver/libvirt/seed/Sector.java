package dev.aiwm.nodeagent.driver.libvirt.seed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;

/** Bytes of a fixed length, filled from the front in the number formats of ISO 9660. */
final class Sector {
    private final ByteBuffer buffer;

    Sector(int length) {
        buffer = ByteBuffer.allocate(length);
    }

    Sector one(int value) {
        buffer.put((byte) value);
        return this;
    }

    Sector bytes(byte[] bytes) {
        buffer.put(bytes);
        return this;
    }

    Sector skip(int count) {
        buffer.position(buffer.position() + count);
        return this;
    }

    Sector littleShort(int value) {
        little().putShort((short) value);
        return this;
    }

    Sector bigShort(int value) {
        big().putShort((short) value);
        return this;
    }

    Sector littleInt(int value) {
        little().putInt(value);
        return this;
    }

    Sector bigInt(int value) {
        big().putInt(value);
        return this;
    }

    Sector bothShort(int value) {
        return littleShort(value).bigShort(value);
    }

    Sector bothInt(int value) {
        return littleInt(value).bigInt(value);
    }

    /** Text with blanks up to the length; a half character at the end stays empty. */
    Sector padded(String text, Charset charset, int length) {
        int width = charset.equals(US_ASCII) ? 1 : 2;
        byte[] bytes = (text + " ".repeat(length / width - text.length())).getBytes(charset);
        return bytes(bytes).skip(length - bytes.length);
    }

    byte[] done() {
        return buffer.array();
    }

    private ByteBuffer little() {
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer big() {
        return buffer.order(ByteOrder.BIG_ENDIAN);
    }
}
