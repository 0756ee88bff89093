package io.centerline.store;

import io.centerline.store.embedded.SharedStore.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A wire to a database that a test may block: what is sent stays in the wire, and connections stay open. */
public final class StoreWire implements AutoCloseable {
    private final Database database;
    private final URI address;
    private final ServerSocket entrance;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private boolean requestsBlocked;
    private boolean answersBlocked;
    private String last = "";

    public StoreWire(Database database) {
        this.database = database;
        this.address = URI.create(database.url().substring("jdbc:".length()));
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** The database behind the wire. */
    public Database database() {
        String url = database.url().replace(":" + address.getPort() + "/", ":" + entrance.getLocalPort() + "/");
        return new Database(url, database.user(), database.password());
    }

    /** From now on nothing comes through. */
    public synchronized void block() {
        requestsBlocked = true;
        answersBlocked = true;
    }

    /** From the next request on that has this text, no answer comes through, while the database gets what it is sent. */
    public synchronized void blockAnswersTo(String text) {
        last = text;
    }

    public synchronized void unblock() {
        requestsBlocked = false;
        answersBlocked = false;
        last = "";
        notifyAll();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            Socket server = new Socket(address.getHost(), address.getPort());
            sockets.add(client);
            sockets.add(server);
            start(() -> pump(client, server, true));
            start(() -> pump(server, client, false));
        }
    }

    private void pump(Socket from, Socket to, boolean requests) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8_192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                await(requests, new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
                out.write(bytes, 0, count);
            }
        }
    }

    private synchronized void await(boolean requests, String text) throws IOException {
        if (requests && !last.isEmpty() && text.contains(last)) {
            answersBlocked = true;
        }
        while (requests ? requestsBlocked : answersBlocked) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The test, the program or the database hung up.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        unblock();
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
