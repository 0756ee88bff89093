package io.centerline.api.accounts;

import io.centerline.accounts.AccountFile;
import io.centerline.accounts.Accounts;
import io.centerline.accounts.AppealStatement;
import io.centerline.application.AppealGranting.Granted;
import io.centerline.application.DecisionLookup;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.Issue;
import io.centerline.facts.IssueCode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** Between HTTP and appeals on file: their ids in paths, and answers with their tags. */
@Singleton
final class AppealAnswers {
    private final Accounts accounts;
    private final VersionedAnswers versioned;

    AppealAnswers(Accounts accounts, VersionedAnswers versioned) {
        this.accounts = accounts;
        this.versioned = versioned;
    }

    /** The id of an appeal that a path names; any after adding an issue. */
    static UUID id(String appeal, List<Issue> issues) {
        return DecisionLookup.parse(appeal).orElseGet(() -> {
            issues.add(new Issue(
                    IssueCode.VALUE_MALFORMED,
                    "appeal",
                    "the appeal in the path is no id",
                    "write its `id` as the account shows it"));
            return new UUID(0, 0);
        });
    }

    /** An appeal as answered, with the decisions that granting it has just produced. */
    Response.ResponseBuilder respond(AccountFile file, UUID id, List<Granted> decisions) {
        return respond(file, id, accounts.packet(file.number(), AppealStatement.filedHere(file, id)), decisions);
    }

    /** The same with the packet at hand. */
    Response.ResponseBuilder respond(AccountFile file, UUID id, AppealPacket packet, List<Granted> decisions) {
        return versioned.of(file, AppealAnswer.of(file, AppealStatement.find(file, id), packet, decisions));
    }
}
