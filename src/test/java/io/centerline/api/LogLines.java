package io.centerline.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What the program logs until this is closed, each line with the id of its request. */
public final class LogLines extends Handler implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger program = Logger.getLogger("io.centerline");

    /** From now on. */
    public LogLines() {
        program.addHandler(this);
    }

    /** So far. */
    public List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getMessage() + ExtLogRecord.wrap(line).getMdc("request"));
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        program.removeHandler(this);
    }
}
