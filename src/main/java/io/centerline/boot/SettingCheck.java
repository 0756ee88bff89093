package io.centerline.boot;

import io.centerline.application.ProposalPolicy;
import io.centerline.text.Echo;
import io.quarkus.runtime.configuration.DurationConverter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Reads every setting that is a number, a duration, a switch or a choice before anything starts. */
final class SettingCheck {
    private static final Pattern SWITCH = Pattern.compile("(?i)true|false|yes|no|on|off|y|n|t|f|1|0");

    private static final List<Setting> SETTINGS = List.of(
            new Setting("centerline.rules.watch", Kind.FLAG, "true"),
            new Setting("centerline.rules.watch.limit", Kind.FLAG, "true"),
            new Setting(ProposalPolicy.PROPOSAL, Kind.NEED, "required"),
            new Setting(ProposalPolicy.REVIEWER, Kind.REVIEWER, "another"),
            new Setting("centerline.intake.bytes", Kind.NUMBER, "16777216"),
            new Setting("centerline.intake.lines", Kind.NUMBER, "200000"),
            new Setting("centerline.journal.deadline", Kind.DURATION, "5S"),
            new Setting("centerline.journal.queue", Kind.NUMBER, "4096"),
            new Setting("centerline.journal.batch", Kind.NUMBER, "256"),
            new Setting("centerline.journal.key.lost", Kind.FLAG, "false"),
            new Setting("centerline.journal.checkpoint.interval", Kind.DURATION, "10S"),
            new Setting("centerline.journal.checkpoint.count", Kind.NUMBER, "10000"),
            new Setting("centerline.journal.compare.rows", Kind.NUMBER, "100"),
            new Setting("centerline.unmasking.allowed", Kind.FLAG, "true"),
            new Setting("centerline.retention.facts", Kind.DURATION, "P1826D"),
            new Setting("centerline.retention.interval", Kind.DURATION, "1H"),
            new Setting("centerline.stop.with.parent", Kind.FLAG, "false"),
            new Setting("quarkus.shutdown.timeout", Kind.DURATION, "5S"));

    private SettingCheck() {}

    private enum Kind {
        NUMBER("whole number from 0 to 2147483647"),
        DURATION("duration"),
        FLAG("`true` or `false`"),
        NEED("`optional` or `required`"),
        REVIEWER("`anyone` or `another`");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        boolean takes(String text) {
            try {
                return switch (this) {
                    case NUMBER -> Integer.parseInt(text) >= 0;
                    case DURATION -> !DurationConverter.parseDuration(text).isNegative();
                    case FLAG -> SWITCH.matcher(text).matches();
                    case NEED -> isOneOf(ProposalPolicy.Need.values(), text);
                    case REVIEWER -> isOneOf(ProposalPolicy.Reviewer.values(), text);
                };
            } catch (IllegalArgumentException another) {
                return false;
            }
        }
    }

    private static boolean isOneOf(Enum<?>[] values, String text) {
        return Arrays.stream(values).anyMatch(value -> value.name().equalsIgnoreCase(text));
    }

    private record Setting(String name, Kind kind, String example) {}

    /**
     * Reads them all.
     *
     * @throws StartRefused with the first that cannot be read
     */
    static void run(Config config) throws StartRefused {
        for (Setting setting : SETTINGS) {
            Optional<String> text =
                    config.getOptionalValue(setting.name(), String.class).map(String::strip);
            if (text.isPresent() && !setting.kind().takes(text.get())) {
                throw new StartRefused(
                        StartRefused.SETTINGS,
                        setting.name() + " is " + Echo.of(text.get()) + ", which is no " + setting.kind().title,
                        "write for example `" + setting.example() + "`, or leave it out");
            }
        }
    }
}
