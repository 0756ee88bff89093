package io.centerline.bench.peers;

import java.util.List;

/** Decision tables as DMN 1.3. Both DMN engines read the same. */
final class DmnXml {
    /** The namespace of the models. */
    static final String NAMESPACE = "urn:centerline:bench";

    private DmnXml() {}

    /** A model with the decision {@code Center} of the input {@code number}. */
    static String classification(List<Range> ranges) {
        return model(
                "<inputData id=\"number_data\" name=\"number\"><variable name=\"number\" typeRef=\"number\"/></inputData>"
                        + "<decision id=\"Center\" name=\"Center\"><variable name=\"Center\" typeRef=\"string\"/>"
                        + "<informationRequirement><requiredInput href=\"#number_data\"/></informationRequirement>"
                        + table(ranges)
                        + "</decision>");
    }

    /** A model around these elements. */
    static String model(String elements) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"placement\" name=\"placement\""
                + " namespace=\"" + NAMESPACE + "\">" + elements + "</definitions>";
    }

    /** A table from {@code number} to the name of its Center, whose first matching row decides. */
    static String table(List<Range> ranges) {
        StringBuilder table = new StringBuilder("<decisionTable id=\"table\" hitPolicy=\"FIRST\">"
                + "<input id=\"in\"><inputExpression id=\"expression\" typeRef=\"number\"><text>number</text>"
                + "</inputExpression></input><output id=\"out\" name=\"center\" typeRef=\"string\"/>");
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            table.append("<rule id=\"rule")
                    .append(i)
                    .append("\"><inputEntry id=\"in")
                    .append(i)
                    .append("\"><text>[")
                    .append(range.from())
                    .append("..")
                    .append(range.to())
                    .append("]</text></inputEntry><outputEntry id=\"out")
                    .append(i)
                    .append("\"><text>\"")
                    .append(range.center())
                    .append("\"</text></outputEntry></rule>");
        }
        return table.append("</decisionTable>").toString();
    }
}
