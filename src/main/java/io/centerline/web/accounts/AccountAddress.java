package io.centerline.web.accounts;

import io.centerline.accounts.Accounts;
import io.centerline.api.AccountPath;
import io.centerline.application.RefusedException;
import io.centerline.facts.ImporterNumber;
import io.centerline.facts.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of an account's page: its importer number, or, where that is a social security number, the place at which it was entered,
 * as in {@code /accounts/no-17}. Addresses stay in histories and in logs of proxies.
 */
final class AccountAddress {
    private static final Pattern PLACE = Pattern.compile("no-([0-9]{1,18})");

    private AccountAddress() {}

    /** The address that an answer may hold. */
    static String of(ImporterNumber number, long place) {
        return "/accounts/" + (number.masked().equals(number.text()) ? number.text() : "no-" + place);
    }

    /** The number of the account that the last part of an address names; what names none is refused. */
    static ImporterNumber number(String path, Accounts accounts) {
        Matcher place = PLACE.matcher(path);
        if (place.matches()) {
            return accounts.findNumber(Long.parseLong(place.group(1))).orElseThrow(AccountPath::unknown);
        }
        List<Issue> issues = new ArrayList<>();
        ImporterNumber number = AccountPath.number(path, issues);
        RefusedException.ifAny(issues);
        return Objects.requireNonNull(number);
    }
}
