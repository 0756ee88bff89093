package io.centerline.accounts;

/**
 * Something that the packet of an appeal still lacks.
 *
 * @param item what, as a code
 * @param message what is missing or does not fit
 * @param help how to mend it
 */
public record PacketDeficiency(String item, String message, String help) {}
