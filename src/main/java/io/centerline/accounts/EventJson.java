package io.centerline.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
import io.centerline.facts.ImporterKind;
import io.centerline.facts.ImporterNumber;
import io.centerline.intake.ImporterNumberReader;
import io.centerline.intake.ImporterNumberReader.Reading.Readable;
import io.centerline.journal.LogAltered;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events as the store keeps them and as histories show them: an object whose {@code kind} says what the rest means. Stateless.
 */
public final class EventJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final ImporterNumberReader NUMBERS = new ImporterNumberReader();

    private EventJson() {}

    /**
     * An event as a history shows it: social security numbers masked, and a person's name hidden.
     *
     * @param number whose history it is
     */
    public static String masked(ImporterNumber number, AccountEvent event) {
        return write(event, number);
    }

    static String kept(AccountEvent event) {
        return write(event, null);
    }

    private static String write(AccountEvent event, @Nullable ImporterNumber shownOf) {
        try {
            return JSON.writeValueAsString(new Shown(shownOf).of(event));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("an event can be written", impossible);
        }
    }

    /** The event that {@link #kept} wrote. */
    static AccountEvent read(String json) {
        try {
            return JSON.readValue(json, Event.class).event();
        } catch (JsonProcessingException unknown) {
            throw new LogAltered("an event on file is not one that this program writes");
        }
    }

    /** An importer number that may have been kept; empty when it is none. */
    static Optional<ImporterNumber> findNumber(String text) {
        return NUMBERS.read(text) instanceof Readable readable ? Optional.of(readable.number()) : Optional.empty();
    }

    /** An importer number that was kept. */
    static ImporterNumber number(String text) {
        return ((Readable) NUMBERS.read(text)).number();
    }

    private static List<ImporterNumber> numbers(List<String> texts) {
        return texts.stream().map(EventJson::number).toList();
    }

    private static Center coded(String code) {
        return Center.findByCode(code).orElseThrow();
    }

    /** An event in the words of JSON. Days are ISO dates, Centers their codes. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Description.class, name = "DESCRIBED"),
        @JsonSubTypes.Type(value = Placing.class, name = "PLACED"),
        @JsonSubTypes.Type(value = PlacingRetracted.class, name = "PLACEMENT_RETRACTED"),
        @JsonSubTypes.Type(value = Directing.class, name = "DIRECTED"),
        @JsonSubTypes.Type(value = DirectingRetracted.class, name = "DIRECTION_RETRACTED"),
        @JsonSubTypes.Type(value = Filing.class, name = "APPEAL_FILED"),
        @JsonSubTypes.Type(value = Withdrawal.class, name = "APPEAL_WITHDRAWN"),
        @JsonSubTypes.Type(value = Denial.class, name = "APPEAL_DENIED"),
        @JsonSubTypes.Type(value = Grant.class, name = "APPEAL_GRANTED")
    })
    @JsonInclude(Include.NON_NULL)
    private sealed interface Event {
        AccountEvent event();
    }

    private record Description(String name, ImporterKind party, List<String> family) implements Event {
        @Override
        public AccountEvent event() {
            return new Described(name, party, numbers(family));
        }
    }

    private record Placing(
            String center,
            LocalDate since,
            @Nullable UUID decision,
            @Nullable LocalDate corrects) implements Event {
        @Override
        public AccountEvent event() {
            return new Placed(new PlacementOnFile(coded(center), since, decision), corrects);
        }
    }

    private record PlacingRetracted(LocalDate since) implements Event {
        @Override
        public AccountEvent event() {
            return new PlacementRetracted(since);
        }
    }

    private record Directing(
            int number,
            String center,
            LocalDate from,
            @Nullable LocalDate until,
            String authority,
            String reference) implements Event {
        @Override
        public AccountEvent event() {
            LocalDate through = until == null ? Account.OPEN : until;
            return new Directed(number, new Direction(coded(center), from, through, authority, reference));
        }
    }

    private record DirectingRetracted(int number) implements Event {
        @Override
        public AccountEvent event() {
            return new DirectionRetracted(number);
        }
    }

    private record Filing(
            UUID appeal, @Nullable String preferred, LocalDate filed, String reference, List<String> importers)
            implements Event {
        @Override
        public AccountEvent event() {
            Center asked = preferred == null ? null : coded(preferred);
            return new AppealFiled(appeal, asked, filed, reference, numbers(importers), null);
        }
    }

    private record Withdrawal(UUID appeal) implements Event {
        @Override
        public AccountEvent event() {
            return new AppealWithdrawn(appeal);
        }
    }

    private record Denial(UUID appeal) implements Event {
        @Override
        public AccountEvent event() {
            return new AppealDenied(appeal);
        }
    }

    private record Grant(
            UUID appeal,
            String preferred,
            LocalDate filed,
            String reference,
            LocalDate effective,
            String authority,
            UUID decision)
            implements Event {
        @Override
        public AccountEvent event() {
            return new AppealGranted(appeal, coded(preferred), filed, reference, effective, authority, decision);
        }
    }

    /**
     * Events in the fields they are written in.
     *
     * @param number whose events are shown; null to keep them as they are
     */
    private record Shown(@Nullable ImporterNumber number) {

        Event of(AccountEvent event) {
            if (event instanceof Described described) {
                return new Description(
                        number == null ? described.name() : number.shownName(described.name()),
                        described.kind(),
                        texts(described.family()));
            } else if (event instanceof Placed placed) {
                PlacementOnFile placement = placed.placement();
                return new Placing(
                        placement.center().code(), placement.since(), placement.decision(), placed.corrects());
            } else if (event instanceof PlacementRetracted retracted) {
                return new PlacingRetracted(retracted.since());
            } else if (event instanceof Directed directed) {
                return directing(directed.number(), directed.direction());
            } else if (event instanceof DirectionRetracted retracted) {
                return new DirectingRetracted(retracted.number());
            }
            return appeal(event);
        }

        private Event directing(int number, Direction direction) {
            return new Directing(
                    number,
                    direction.center().code(),
                    direction.from(),
                    direction.through().equals(Account.OPEN) ? null : direction.through(),
                    text(direction.authority()),
                    text(direction.reference()));
        }

        private Event appeal(AccountEvent event) {
            if (event instanceof AppealFiled filed) {
                return new Filing(
                        filed.appeal(),
                        filed.preferred() == null ? null : filed.preferred().code(),
                        filed.filed(),
                        text(filed.reference()),
                        texts(filed.importers()));
            } else if (event instanceof AppealWithdrawn withdrawn) {
                return new Withdrawal(withdrawn.appeal());
            } else if (event instanceof AppealDenied denied) {
                return new Denial(denied.appeal());
            }
            AppealGranted granted = (AppealGranted) event;
            return new Grant(
                    granted.appeal(),
                    granted.preferred().code(),
                    granted.filed(),
                    text(granted.reference()),
                    granted.effective(),
                    text(granted.authority()),
                    granted.decision());
        }

        private String text(String text) {
            return number == null ? text : Echo.shown(text);
        }

        private List<String> texts(List<ImporterNumber> numbers) {
            return numbers.stream()
                    .map(each -> number == null ? each.text() : each.masked())
                    .toList();
        }
    }
}
