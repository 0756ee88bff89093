package io.centerline.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in our words. */
final class Misuse {
    private static final Pattern SEVERAL =
            Pattern.compile("expected one of \\[([^]]*)] \\(case-insensitive\\) but was ('[^']*')");

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

    /** A word that is none of several, named with them as the help names them. */
    private static String words(String text) {
        Matcher several = SEVERAL.matcher(text);
        if (!several.find()) {
            return text;
        }
        String words = Arrays.stream(several.group(1).split(", "))
                .map(word -> "'" + word.toLowerCase(Locale.ROOT) + "'")
                .collect(Collectors.joining(", "));
        return several.replaceFirst(Matcher.quoteReplacement(several.group(2) + " is none of " + words));
    }

    /** The parser's sentence in the style of ours. */
    private static String sentence(String text) {
        String quoted = words(text).replaceAll("'([^']*)'", "`$1`");
        String bare = quoted.endsWith(".") ? quoted.substring(0, quoted.length() - 1) : quoted;
        return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }
}
