package io.centerline.api.accounts;

import io.centerline.accounts.DriftFilter;
import io.centerline.accounts.DriftReason;
import io.centerline.accounts.DriftedAccount;
import io.centerline.accounts.Reassessments;
import io.centerline.api.PageCursor;
import io.centerline.api.Query;
import io.centerline.application.RefusedException;
import io.centerline.tariff.Center;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The work list: accounts that belong elsewhere than where they are on file. */
@Path("/v1/reassessments")
public final class DriftResource {
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 1_000;
    private static final Pattern SHARE = Pattern.compile("-?(0(\\.[0-9]{1,4})?|1(\\.0{1,4})?)");
    private static final List<String> CENTERS =
            Arrays.stream(Center.values()).map(Center::code).toList();
    private static final List<String> ON_FILE =
            Stream.concat(CENTERS.stream(), Stream.of("PNDING")).toList();
    private static final List<String> REASONS =
            Arrays.stream(DriftReason.values()).map(DriftReason::name).toList();

    /** Wider than any margin. */
    private static final long[] BEGINNING = {Integer.MAX_VALUE, Long.MAX_VALUE};

    private final Reassessments reassessments;

    DriftResource(Reassessments reassessments) {
        this.reassessments = reassessments;
    }

    /**
     * A page of the work list.
     *
     * @param drifts the widest margin first, and of the same margin the account entered last
     * @param next the cursor of the next page; null on the last one
     */
    public record WorkList(List<DriftLine> drifts, @Nullable String next) {}

    /**
     * The accounts whose last reassessment showed a drift.
     *
     * @param request the request's query string: {@code center}, {@code found}, {@code reason}, {@code minMargin}, {@code since},
     *     {@code limit}, {@code cursor}
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Blocking
    public WorkList list(@Context HttpServerRequest request) {
        Query query = new Query(request.query());
        DriftFilter filter = filter(query);
        int limit = query.number("limit", 1, LARGEST_PAGE, USUAL_PAGE);
        long[] start = PageCursor.read(query, filter.toString(), 2).orElse(BEGINNING);
        RefusedException.ifAny(query.issues());
        List<DriftedAccount> found = reassessments.drifts(filter, (int) start[0], start[1], limit + 1);
        boolean more = found.size() > limit;
        List<DriftedAccount> shown = more ? found.subList(0, limit) : found;
        return new WorkList(
                shown.stream().map(DriftLine::of).toList(), more ? behind(filter, shown.get(limit - 1)) : null);
    }

    private static String behind(DriftFilter filter, DriftedAccount last) {
        return PageCursor.after(filter.toString(), last.drift().margin(), last.place());
    }

    private static DriftFilter filter(Query query) {
        String center = query.word("center", ON_FILE);
        Center found = Optional.ofNullable(query.word("found", CENTERS))
                .flatMap(Center::findByCode)
                .orElse(null);
        String reason = query.word("reason", REASONS);
        String margin = query.text(
                "minMargin",
                SHARE.asMatchPredicate(),
                "a share between -1 and 1 with at most four decimals",
                "write for example `0.25`");
        return new DriftFilter(
                center,
                found,
                reason == null ? null : DriftReason.valueOf(reason),
                margin == null
                        ? null
                        : (Integer) new BigDecimal(margin).movePointRight(4).intValueExact(),
                query.day("since"));
    }
}
