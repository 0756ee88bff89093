package io.centerline.activation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that serves from the database, as its last sign of life told.
 *
 * @param id made when it started
 * @param name the machine and process, for people
 * @param activation number of the activation it serves; 0 before its first
 * @param trouble why it decides nothing until a later activation; null when it decides
 */
public record Replica(
        UUID id, String name, long activation, @Nullable String trouble) {}
