package io.centerline;

import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every test of the pages of a running service, for one process that starts it once. */
@Suite
@SelectPackages("io.centerline.web")
@IncludeTags("service")
final class PagesSuite {}
