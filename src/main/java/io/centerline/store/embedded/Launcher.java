package io.centerline.store.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs as a user they accept. PostgreSQL refuses to run as root, so for root each program is put
 * into a user namespace of its own, or, where containers forbid that, runs as the user `nobody` with the one capability
 * it needs to reach the data folder.
 *
 * @param prefix what stands before every command line
 * @param uid the numeric owner that files of the server must have; -1 where owners have no numbers
 */
record Launcher(List<String> prefix, int uid) {

    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY = List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override",
            "--securebits=+no_setuid_fixup"); // else access(2), which pg_ctl asks, forgets the capability

    Launcher {
        prefix = List.copyOf(prefix);
    }

    /** The way that works for the user this program runs as. */
    static Launcher forThisUser() {
        if (Machine.WINDOWS) {
            return new Launcher(List.of(), -1);
        }
        int uid = (int) new UnixSystem().getUid();
        if (uid != 0) {
            return new Launcher(List.of(), uid);
        }
        if (leavesRoot(NAMESPACE)) {
            return new Launcher(NAMESPACE, 0);
        }
        return asNobody();
    }

    /** For root where user namespaces are forbidden. */
    static Launcher asNobody() {
        if (leavesRoot(AS_NOBODY)) {
            return new Launcher(AS_NOBODY, NOBODY);
        }
        throw new StoreRefused(
                "PostgreSQL does not run as root, and neither `unshare` nor `setpriv` is allowed here",
                "start Centerline as another user, or set QUARKUS_DATASOURCE_JDBC_URL to a PostgreSQL server");
    }

    private static boolean leavesRoot(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("id", "-u"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && answer.matches("[1-9][0-9]*");
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Starts a program in {@code folder}; its output goes to {@code output}. */
    Process start(Path folder, Path output, Path program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()));
        Map<String, String> environment = builder.environment();
        // PGDATA, PGPORT, PGOPTIONS and the like of the operator's shell speak of other servers.
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /** Runs a program to its end and returns whether it succeeded within {@code seconds}. */
    boolean run(Path folder, Path output, long seconds, Path program, List<String> arguments) throws IOException {
        Process process = start(folder, output, program, arguments);
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while `" + program.getFileName() + "` ran", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
