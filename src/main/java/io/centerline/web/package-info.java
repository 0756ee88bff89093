/**
 * The pages that answer a browser. A request for a page comes in; HTML goes out that reads without script. A page maps its address
 * to a use case of {@code application} and fills a template. It shows the sentences of the API and never decides anything.
 */
@NullMarked
package io.centerline.web;

import org.jspecify.annotations.NullMarked;
