package io.centerline;

import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every other test of a running service, for a second process beside that of {@link PagesSuite}. */
@Suite
@SelectPackages("io.centerline")
@ExcludePackages("io.centerline.web")
@IncludeTags("service")
final class ServiceSuite {}
