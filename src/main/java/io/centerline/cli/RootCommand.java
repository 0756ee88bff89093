package io.centerline.cli;

import picocli.CommandLine.Command;

/** The program's name and what all commands share. */
@Command(
        name = "centerline",
        synopsisSubcommandLabel = "COMMAND",
        description = "Places importers in CBP's Centers of Excellence and Expertise and proves why.")
final class RootCommand implements Runnable {
    private final Runnable service;

    RootCommand(Runnable service) {
        this.service = service;
    }

    @Override
    public void run() {
        service.run();
    }
}
