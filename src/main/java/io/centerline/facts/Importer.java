package io.centerline.facts;

/**
 * The importer of record whose placement is asked for.
 *
 * @param number the importer of record number
 * @param name the name as received; empty when none was given
 * @param kind what kind of party it is
 */
public record Importer(ImporterNumber number, String name, ImporterKind kind) {}
