package io.centerline.cli;

import picocli.CommandLine.Command;

/** What there is to do with the editions of the schedule. */
@Command(
        name = "schedule",
        description = "Adds editions of the schedule to that of the program, lists and compares them.")
final class ScheduleCommand {}
