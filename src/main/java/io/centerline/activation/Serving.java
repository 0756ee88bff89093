package io.centerline.activation;

import io.centerline.placement.Placement;
import io.centerline.rulebook.Rulebook;

/**
 * A rulebook that serves. A request takes one of these and keeps it to its end, so that it is decided under one rulebook
 * whatever is activated meanwhile.
 *
 * @param activation which activation let it serve
 * @param rulebook the rulebook
 * @param placement places importers under it
 */
public record Serving(Activation activation, Rulebook rulebook, Placement placement) {

    Serving(Activation activation, Rulebook rulebook) {
        this(activation, rulebook, new Placement(rulebook));
    }
}
