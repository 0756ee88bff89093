package io.centerline.cli;

import io.centerline.cli.Page.Column;
import io.centerline.tariff.AddedEdition;
import io.centerline.tariff.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the editions of the schedule. */
@Command(name = "list", description = "Lists the editions of the schedule, with the days on which each can apply.")
final class ListEditionsCommand implements Callable<Integer> {
    private static final List<Column> TABLE = List.of(
            Column.words("Edition", 40),
            Column.words("From", 10),
            Column.words("Until", 10),
            Column.figures("Numbers"),
            Column.words("Hash", 32));

    private final Host host;

    ListEditionsCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        Schedule all = OfflinePlacement.schedule(host);
        Schedule own = all.own();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(own.edition(), "", "", count(own), EditionText.hash(own)));
        for (AddedEdition each : all.added()) {
            LocalDate until = each.until();
            rows.add(List.of(
                    each.name(),
                    each.from().toString(),
                    until == null ? ".." : until.toString(),
                    count(each.schedule()),
                    EditionText.hash(each.schedule())));
        }
        Page page = new Page().table(TABLE, rows).blank();
        page.paragraph("", "", own.edition() + " is that of the program and applies on days that no other one covers.");
        all.added()
                .forEach(each -> page.paragraph("", "", each.name() + " applies " + EditionText.days(each, all) + "."));
        page.paragraph("", "", "Receipts name the schedule `" + all.edition() + "`.");
        host.terminal().print(page.toString());
        return ExitCode.DONE;
    }

    private static String count(Schedule edition) {
        return String.format(Locale.ROOT, "%,d", edition.reportable("").size());
    }
}
