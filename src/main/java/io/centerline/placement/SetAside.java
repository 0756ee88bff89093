package io.centerline.placement;

/**
 * How many lines of a case do not vote.
 *
 * @param all for whatever reason
 * @param unclearGoods since it is unclear which of their goods they are about
 * @param versions since versions of them differ
 */
record SetAside(long all, long unclearGoods, long versions) {}
