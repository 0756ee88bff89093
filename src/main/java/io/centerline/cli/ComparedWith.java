package io.centerline.cli;

import io.centerline.check.History;
import io.centerline.rulebook.RuleFolder;
import io.centerline.rulebook.Rulebook;
import io.centerline.rulebook.RulebookException;
import io.centerline.rulebook.language.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the result of a change is compared with: the rules that are named, else those active in the service of this machine, else
 * the folder as it was.
 *
 * @param history these rules
 * @param note a line that says which they are; empty where the command names them
 */
record ComparedWith(History history, String note) {

    /**
     * Finds them. A service is waited for two seconds at most.
     *
     * @throws CommandRefused when rules are named that are not there, or the folder's are not sound
     */
    static ComparedWith of(ComparedRules compared, RuleFolder folder, Instant start, Host host) {
        History named = compared.history(start, host);
        if (named != null) {
            return new ComparedWith(named, "");
        }
        LocalDate today = compared.today(start);
        String address = compared.address(host);
        Optional<Rulebook> active = new RemoteRules(address).findActiveSoon();
        if (active.isPresent()) {
            return new ComparedWith(
                    new History(active.get(), today), "compared with what is active at `" + address + "`\n");
        }
        try {
            return new ComparedWith(
                    new History(Rulebook.of(folder.rules(), Origin.STORED), today),
                    "no service answered at `" + address + "`; compared with the folder as it was\n");
        } catch (RulebookException unsound) {
            throw OfflinePlacement.refused(unsound);
        }
    }
}
