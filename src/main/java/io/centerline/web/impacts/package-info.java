/**
 * Whom a candidate rulebook would move, and which rulebook serves. Forms and ids of runs come in; pages with the flow from Center to
 * Center, the history of what served, and refusals beside their form go out. The use cases decide; nothing here does.
 */
@NullMarked
package io.centerline.web.impacts;

import org.jspecify.annotations.NullMarked;
