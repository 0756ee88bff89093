package io.centerline.boot;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;

/** A program that watches its parent and tells how it ends; or such a parent, which waits for it as Maven does. */
final class Watched {
    private static final int SECONDS = 60;

    private Watched() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 1) {
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Dcenterline.stop.with.parent=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Watched.class.getName())
                    .inheritIO()
                    .start();
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> program.onExit().join()));
            program.waitFor();
        } else {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("in good order")));
            ParentWatch.startIfAsked(
                    new SmallRyeConfigBuilder().addDefaultSources().build());
            System.out.println("watching");
            Thread.sleep(SECONDS * 1_000);
        }
    }
}
