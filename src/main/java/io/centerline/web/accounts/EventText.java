package io.centerline.web.accounts;

import io.centerline.accounts.AccountEvent;
import io.centerline.accounts.AccountEvent.AppealDenied;
import io.centerline.accounts.AccountEvent.AppealFiled;
import io.centerline.accounts.AccountEvent.AppealGranted;
import io.centerline.accounts.AccountEvent.AppealWithdrawn;
import io.centerline.accounts.AccountEvent.Described;
import io.centerline.accounts.AccountEvent.Directed;
import io.centerline.accounts.AccountEvent.DirectionRetracted;
import io.centerline.accounts.AccountEvent.Placed;
import io.centerline.accounts.AccountEvent.PlacementRetracted;
import io.centerline.facts.Account;
import io.centerline.facts.Direction;
import io.centerline.facts.ImporterNumber;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import io.centerline.web.Formats;
import org.jspecify.annotations.Nullable;

/** What was recorded on an account, in words. Numbers and names of persons are hidden as the API hides them. */
final class EventText {
    private EventText() {}

    /**
     * An event.
     *
     * @param number whose it is
     */
    static String of(ImporterNumber number, AccountEvent event) {
        if (event instanceof Described described) {
            String name = number.shownName(described.name());
            return "described as " + Formats.spoken(described.kind()) + (name.isEmpty() ? "" : " " + name);
        } else if (event instanceof Placed placed) {
            return "placed in " + title(placed.placement().center()) + " from "
                    + Formats.us(placed.placement().since())
                    + (placed.corrects() == null
                            ? ""
                            : ", in place of the placement of " + Formats.us(placed.corrects()));
        } else if (event instanceof PlacementRetracted retracted) {
            return "placement of " + Formats.us(retracted.since()) + " retracted";
        } else if (event instanceof Directed directed) {
            return "direction " + directed.number() + ": " + text(directed.direction());
        } else if (event instanceof DirectionRetracted retracted) {
            return "direction " + retracted.number() + " retracted";
        }
        return appeal(event);
    }

    private static String text(Direction direction) {
        return "to " + title(direction.center()) + " from " + Formats.us(direction.from())
                + (direction.through().equals(Account.OPEN) ? "" : " to " + Formats.us(direction.through())) + ", "
                + Echo.shown(direction.authority()) + ", " + Echo.shown(direction.reference());
    }

    private static String appeal(AccountEvent event) {
        if (event instanceof AppealFiled filed) {
            return "appeal of " + Formats.us(filed.filed()) + " for " + title(filed.preferred()) + ", "
                    + Echo.shown(filed.reference());
        } else if (event instanceof AppealWithdrawn) {
            return "appeal withdrawn";
        } else if (event instanceof AppealDenied) {
            return "appeal denied";
        }
        AppealGranted granted = (AppealGranted) event;
        return "appeal of " + Formats.us(granted.filed()) + " granted for " + title(granted.preferred()) + " from "
                + Formats.us(granted.effective()) + ", " + Echo.shown(granted.authority());
    }

    private static String title(@Nullable Center center) {
        return center == null ? "no Center yet" : center.title();
    }
}
