package io.centerline.api.accounts;

import io.centerline.accounts.PacketDeficiency;
import io.centerline.application.PacketDraft;
import io.centerline.application.PacketDraft.CenterShare;
import io.centerline.facts.AppealPacket;
import io.centerline.facts.AppealPacket.Heading;
import io.centerline.tariff.Center;
import io.centerline.text.Echo;
import org.jspecify.annotations.Nullable;

/**
 * The draft of a packet as a page to print: one document without scripts or anything to load. Every value goes through
 * {@link #escaped}.
 */
final class PacketPage {
    private static final String STYLE = "body{font:11pt/1.45 Georgia,serif;color:#111;background:#fff;max-width:46rem;"
            + "margin:2rem auto;padding:0 1rem}h1{font-size:1.4rem}h2{font-size:1.05rem;margin-top:1.6rem}"
            + "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #bbb;padding:.2rem .5rem;"
            + "text-align:left;vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}"
            + ".blank{border:1px solid #111;min-height:3.5rem;padding:.4rem}thead{display:table-header-group}"
            + "tr{break-inside:avoid}footer{margin-top:2rem;font-size:.85rem;color:#444;overflow-wrap:anywhere}"
            + "@media print{body{margin:0;max-width:none}}";

    private final StringBuilder html = new StringBuilder(8_192);

    private PacketPage() {}

    /** The page. */
    static String of(PacketDraft.Drafted drafted) {
        return new PacketPage().write(drafted.draft(), drafted.packet());
    }

    private String write(PacketDraft draft, AppealPacket packet) {
        html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Appeal of ");
        value(draft.importer());
        html.append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Appeal against a Center placement</h1>\n<p>");
        value(draft.summary());
        html.append("</p>\n<table>");
        row("Importer", draft.name().isEmpty() ? draft.importer() : draft.name() + ", " + draft.importer());
        row("Filed", packet.filed().toString());
        row("Current Center", center(packet.currentCenter()));
        row("Preferred Center", center(packet.preferred()));
        html.append("</table>\n");
        lacks(draft);
        html.append("<h2>Importer of record numbers affected</h2><p class=\"blank\">");
        value(draft.importer());
        html.append("</p>\n<h2>Bond numbers</h2><p class=\"blank\"></p>\n")
                .append("<h2>Justification</h2><p class=\"blank\"></p>\n<h2>Import data, ");
        value(packet.from() + " to " + packet.to());
        html.append("</h2>\n");
        headings(packet);
        centers(draft);
        html.append("<footer>Drafted from decision ");
        value(draft.decision().toString());
        html.append(" under the rulebook ");
        value(draft.rulebook());
        html.append(". 19 CFR 101.10.</footer>\n</body></html>\n");
        return html.toString();
    }

    private void lacks(PacketDraft draft) {
        if (draft.lacks().isEmpty()) {
            return;
        }
        html.append("<h2>Still to be filled in</h2><ul>");
        for (PacketDeficiency lack : draft.lacks()) {
            html.append("<li>");
            value(lack.message());
            html.append("</li>");
        }
        html.append("</ul>\n");
    }

    private void headings(AppealPacket packet) {
        html.append(
                        "<table><thead><tr><th>Heading</th><th class=\"n\">Entry lines</th><th class=\"n\">Value, US dollars</th>")
                .append("</tr></thead><tbody>\n");
        for (Heading heading : packet.headings()) {
            html.append("<tr><td>");
            value(heading.heading());
            html.append("</td><td class=\"n\">").append(heading.count()).append("</td><td class=\"n\">");
            value(heading.value().toPlainString());
            html.append("</td></tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private void centers(PacketDraft draft) {
        html.append("<h2>Where they belong</h2>\n<table><thead><tr><th>Center</th><th class=\"n\">Entry lines</th>")
                .append("<th class=\"n\">Value, US dollars</th></tr></thead><tbody>\n");
        for (CenterShare share : draft.centers()) {
            html.append("<tr><td>");
            value(share.name() + " (" + share.center() + ")");
            html.append("</td><td class=\"n\">").append(share.count()).append("</td><td class=\"n\">");
            value(share.value());
            html.append("</td></tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private void row(String title, String text) {
        html.append("<tr><th>").append(title).append("</th><td>");
        value(text);
        html.append("</td></tr>");
    }

    private static String center(@Nullable Center center) {
        return center == null ? "" : center.title() + " (" + center.code() + ")";
    }

    private void value(String text) {
        html.append(escaped(Echo.mask(text)));
    }

    /** The text as it may stand in an element or an attribute. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
