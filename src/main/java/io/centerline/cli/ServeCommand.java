package io.centerline.cli;

import picocli.CommandLine.Command;

/** Starts the service. */
@Command(
        name = "serve",
        description = "Starts the service on 127.0.0.1:8080. This is what the program does without a command.")
final class ServeCommand implements Runnable {
    private final Runnable service;

    ServeCommand(Runnable service) {
        this.service = service;
    }

    @Override
    public void run() {
        service.run();
    }
}
