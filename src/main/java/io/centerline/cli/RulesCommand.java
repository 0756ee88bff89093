package io.centerline.cli;

import picocli.CommandLine.Command;

/** What there is to do with the rule folder of a service. */
@Command(name = "rules", description = "Changes the rule folder, and brings it and a running service together.")
final class RulesCommand {}
