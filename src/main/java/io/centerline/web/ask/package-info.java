/**
 * The page that answers which Center a number belongs to, and places an importer from lines or a file. What was typed or dropped
 * comes in; the answer goes out, with what was understood of it. Nothing is recorded unless asked.
 */
@NullMarked
package io.centerline.web.ask;

import org.jspecify.annotations.NullMarked;
