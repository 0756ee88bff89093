package io.centerline.intake.editions;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Exports of the schedule as USITC writes them, with made-up texts. */
public final class Exports {
    static final String HEADER =
            "\"HTS Number\",\"Indent\",\"Description\",\"Unit of Quantity\",\"General Rate of Duty\","
                    + "\"Special Rate of Duty\",\"Column 2 Rate of Duty\",\"Quota Quantity\",\"Additional Duties\"\n";

    private Exports() {}

    /** One number of each chapter, {@code 0199.99.00.00} to {@code 9799.99.00.00}, and these. */
    public static SortedMap<String, List<String>> whole(String... digits) {
        SortedMap<String, List<String>> numbers = new TreeMap<>();
        for (int chapter = 1; chapter < 98; chapter++) {
            if (chapter != 77) {
                numbers.put((chapter < 10 ? "0" : "") + chapter + "99990000", List.of("No.", "kg"));
            }
        }
        for (String each : digits) {
            numbers.put(each, List.of("No."));
        }
        return numbers;
    }

    /** The export in CSV. */
    public static String csv(SortedMap<String, List<String>> numbers) {
        StringBuilder csv = new StringBuilder("\uFEFF").append(HEADER);
        String heading = "";
        for (var each : numbers.entrySet()) {
            String digits = each.getKey();
            if (!digits.startsWith(heading) || heading.isEmpty()) {
                heading = digits.substring(0, 4);
                csv.append('"')
                        .append(heading)
                        .append("\",\"0\",\"Things, \"\"sundry\"\":\",\"\",\"\",\"\",\"\",\"\",\"\"\n");
                csv.append("\"\",\"1\",\"Of\nseveral lines:\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n");
            }
            csv.append('"').append(dotted(digits)).append("\",\"2\",\"Other\",");
            csv.append(
                    each.getValue().isEmpty()
                            ? "\"\""
                            : "\"[\"\"" + String.join("\"\",\"\"", each.getValue()) + "\"\"]\"");
            csv.append(",\"Free\",\"\",\"35%\",\"\",\"\"\n");
        }
        return csv.toString();
    }

    /** The export in JSON. */
    public static String json(SortedMap<String, List<String>> numbers) {
        StringBuilder json = new StringBuilder("[");
        String heading = "";
        for (var each : numbers.entrySet()) {
            String digits = each.getKey();
            if (!digits.startsWith(heading) || heading.isEmpty()) {
                heading = digits.substring(0, 4);
                json.append(row(heading, "[]"))
                        .append(",\n")
                        .append(row("", "[]"))
                        .append(",\n");
            }
            json.append(row(
                            dotted(digits),
                            each.getValue().isEmpty() ? "[]" : "[\"" + String.join("\",\"", each.getValue()) + "\"]"))
                    .append(",\n");
        }
        return json.delete(json.length() - 2, json.length()).append("]\n").toString();
    }

    /** A row in JSON. */
    static String row(String number, String units) {
        return "{\"htsno\":\"" + number
                + "\",\"indent\":\"2\",\"description\":\"Other, <i>sundry</i>\",\"superior\":null,"
                + "\"units\":" + units + ",\"general\":\"Free\",\"special\":\"\",\"other\":\"35%\","
                + "\"footnotes\":[{\"columns\":[\"general\"],\"value\":\"See 9903.88.15.\",\"type\":\"endnote\"}],"
                + "\"quotaQuantity\":\"\",\"additionalDuties\":null}";
    }

    /** As exports write a number. */
    static String dotted(String digits) {
        StringBuilder text = new StringBuilder(digits.substring(0, 4));
        for (int i = 4; i < digits.length(); i += 2) {
            text.append('.').append(digits, i, i + 2);
        }
        return text.toString();
    }
}
