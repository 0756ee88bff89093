package io.centerline.activation;

import io.centerline.placement.Placement;
import io.centerline.routing.Router;
import io.centerline.rulebook.Rulebook;

/**
 * A rulebook that serves. A request takes one of these and keeps it to its end, so that it is decided under one rulebook
 * whatever is activated meanwhile.
 *
 * @param activation which activation let it serve
 * @param rulebook the rulebook
 * @param placement places importers under it
 * @param router routes activities under it
 */
public record Serving(Activation activation, Rulebook rulebook, Placement placement, Router router) {

    Serving(Activation activation, Rulebook rulebook) {
        this(activation, rulebook, new Placement(rulebook), new Router(rulebook));
    }
}
