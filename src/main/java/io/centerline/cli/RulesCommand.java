package io.centerline.cli;

import picocli.CommandLine.Command;

/** What there is to do with the rule folder of a service. */
@Command(name = "rules", description = "Brings the rule folder and a running service together.")
final class RulesCommand {}
