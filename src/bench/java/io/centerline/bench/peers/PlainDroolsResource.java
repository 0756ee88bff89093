package io.centerline.bench.peers;

import io.centerline.bench.EchoResource;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A minimal endpoint over plain Drools: it decides, and explains and keeps nothing. Built into the bench profile alone. */
@Path("/bench/drools")
public class PlainDroolsResource {

    /** Loaded at the first request, so that no other benchmark waits for it. */
    private static final class Loaded {
        private static final Peer PEER = new PlainDroolsPeer(Law.shipped());
    }

    @POST
    @Blocking
    public Answer place(EchoResource.Request request) {
        return Loaded.PEER.place(PeerRequests.read(request));
    }
}
