package io.centerline.check.edit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.check.FlowYaml;
import io.centerline.rulebook.language.Stage;
import io.centerline.rulebook.yaml.YamlNode.Keys;
import java.time.LocalDate;
import java.util.List;

/** Cases as files lay them out. What the rules say is left open, to be filled in by asking them. Stateless. */
final class CaseForm {
    private CaseForm() {}

    /** The facts with which a case fires; of a counting case, its day and lines. */
    static ObjectNode facts(Keys told, Stage stage) {
        ObjectNode fires = (ObjectNode) told.find("fires").orElseThrow().json();
        if (stage != Stage.COUNTING) {
            return (ObjectNode) fires.get("facts");
        }
        fires.remove(List.of("answer", "sentence"));
        return fires;
    }

    /** The same facts on a day; what a line was dated moves with it. */
    static ObjectNode on(ObjectNode facts, LocalDate day) {
        ObjectNode moved = facts.deepCopy();
        moved.put("asOf", day.toString());
        for (String line : List.of("line", "again")) {
            if (moved.get(line) instanceof ObjectNode dated && dated.has("date")) {
                dated.put("date", day.toString());
            }
        }
        return moved;
    }

    /** A case whose answers are open. */
    static String of(Stage stage, String id, ObjectNode fires, ObjectNode nearly) {
        String start = "- rule: " + id + "\n  fires:\n";
        if (stage == Stage.COUNTING) {
            return start + lines(fires) + "    answer:   CEE001\n    sentence: \"\"\n  nearly:\n" + lines(nearly)
                    + "    answer:   CEE001\n";
        }
        String answer = stage == Stage.ROUTING ? "    routing:   " : "    decision:  ";
        return start + "    facts:     " + FlowYaml.print(fires) + "\n    concludes: CEE001\n    sentence:  \"\"\n"
                + answer
                + "CEE001\n  nearly:\n    facts:     " + FlowYaml.print(nearly) + "\n    because:   \"\"\n" + answer
                + "CEE001\n";
    }

    private static String lines(ObjectNode asked) {
        StringBuilder lines = new StringBuilder();
        asked.properties()
                .forEach(entry -> lines.append("    ")
                        .append("%-10s".formatted(entry.getKey() + ":"))
                        .append(FlowYaml.print(entry.getValue()))
                        .append('\n'));
        return lines.toString();
    }
}
