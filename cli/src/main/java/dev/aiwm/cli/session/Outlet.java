package dev.aiwm.cli.session;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output or error. The first bytes that cannot be written end the verb with {@link
 * OutputLost}, those still buffered then are dropped: nobody would read them.
 */
public final class Outlet extends OutputStream {
    private final OutputStream to;
    private boolean lost;

    public Outlet(FileDescriptor to) {
        this(new FileOutputStream(to));
    }

    Outlet(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (lost) {
            return;
        }
        try {
            to.write(bytes, offset, length);
        } catch (IOException e) {
            lost = true;
            throw new OutputLost(e);
        }
    }
}
