package io.centerline.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in our words. */
final class Misuse {
    private Misuse() {}

    static String explain(ParameterException misuse) {
        String command = misuse.getCommandLine().getCommandSpec().qualifiedName();
        String message = sentence(String.valueOf(misuse.getMessage()));
        String help = "`" + command + " --help` lists what it takes";
        if (misuse instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            boolean expectsCommand = !misuse.getCommandLine().getSubcommands().isEmpty();
            message = (first.startsWith("-")
                            ? "unknown option `"
                            : expectsCommand ? "unknown command `" : "one argument too many: `")
                    + first + "`";
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                String word = near.get(0).substring(near.get(0).lastIndexOf(' ') + 1);
                help = "did you mean `" + word + "`? " + help;
            }
        }
        return "error: " + message + "\nhelp: " + help + "\n";
    }

    /** The parser's sentence in the style of ours. */
    private static String sentence(String text) {
        String quoted = text.replaceAll("'([^']*)'", "`$1`");
        String bare = quoted.endsWith(".") ? quoted.substring(0, quoted.length() - 1) : quoted;
        return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }
}
