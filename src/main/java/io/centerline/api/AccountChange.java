package io.centerline.api;

import io.centerline.facts.Issue;
import java.util.List;

/** What the body of a request to change an account says, whatever the change is; of no use when there are issues. */
public interface AccountChange {

    /** Who changes the account. */
    String author();

    /** Why. */
    String reason();

    /** Everything wrong with the body, in input order. */
    List<Issue> issues();
}
