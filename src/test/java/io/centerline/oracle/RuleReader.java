package io.centerline.oracle;

import io.centerline.oracle.Rule.Accumulation;
import io.centerline.oracle.Rule.Binding;
import io.centerline.oracle.Rule.Condition;
import io.centerline.oracle.Rule.Constraint;
import io.centerline.oracle.Rule.Exists;
import io.centerline.oracle.Rule.Pattern;
import io.centerline.oracle.Rule.Total;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rule language as {@code rules/README.md} describes it. Rules must be sound: little is checked. */
final class RuleReader {
    private final Tokens tokens;

    private RuleReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Reads rule files, by path; files of other names are left out. */
    static List<Rule> read(Map<String, String> texts) {
        List<Rule> rules = new ArrayList<>();
        texts.forEach((path, text) -> {
            if (path.endsWith(".drl")) {
                rules.addAll(new RuleReader(new Tokens(text)).file());
            }
        });
        return rules;
    }

    private List<Rule> file() {
        tokens.expect("package");
        tokens.expect("rules");
        tokens.expect(".");
        String stage = tokens.take();
        tokens.expect(";");
        tokens.expect("import");
        while (!tokens.took(";")) {
            tokens.take();
        }
        List<Rule> rules = new ArrayList<>();
        while (!tokens.atEnd()) {
            rules.add(rule(stage));
        }
        return rules;
    }

    private Rule rule(String stage) {
        tokens.expect("rule");
        tokens.text();
        Map<String, String> annotations = new HashMap<>();
        while (tokens.took("@")) {
            String name = tokens.take();
            tokens.expect("(");
            annotations.put(name, tokens.text());
            tokens.expect(")");
        }
        tokens.expect("when");
        List<Condition> conditions = new ArrayList<>();
        while (!tokens.took("then")) {
            conditions.add(condition());
        }
        tokens.expect("insert");
        tokens.expect("(");
        tokens.expect("new");
        String concludes = tokens.take();
        tokens.expect("(");
        List<Object> arguments = new ArrayList<>();
        do {
            arguments.add(value());
        } while (tokens.took(","));
        tokens.expect(")");
        tokens.expect(")");
        tokens.expect(";");
        tokens.expect("end");
        String[] days = annotations.get("inForce").split("/", -1);
        return new Rule(
                stage,
                annotations.get("id"),
                annotations.get("standing"),
                LocalDate.parse(days[0]),
                days[1].equals("..") ? LocalDate.MAX : LocalDate.parse(days[1]),
                conditions,
                concludes,
                arguments);
    }

    private Condition condition() {
        if (tokens.took("not")) {
            return new Exists(pattern(null), false);
        }
        if (tokens.took("exists")) {
            return new Exists(pattern(null), true);
        }
        if (tokens.took("accumulate")) {
            return accumulation();
        }
        if (tokens.peek().startsWith("$")) {
            String bound = tokens.take();
            tokens.expect(":");
            return pattern(bound);
        }
        return pattern(null);
    }

    private Accumulation accumulation() {
        tokens.expect("(");
        Pattern pattern = pattern(null);
        tokens.expect(";");
        List<Total> totals = new ArrayList<>();
        do {
            String variable = tokens.take();
            tokens.expect(":");
            String function = tokens.take();
            tokens.expect("(");
            totals.add(new Total(variable, function, tokens.peek().equals(")") ? null : tokens.take()));
            tokens.expect(")");
        } while (tokens.took(","));
        List<Constraint> constraints = new ArrayList<>();
        if (tokens.took(";")) {
            do {
                constraints.add(constraint());
            } while (tokens.took(","));
        }
        tokens.expect(")");
        return new Accumulation(pattern, totals, constraints);
    }

    private Pattern pattern(@Nullable String bound) {
        String type = tokens.take();
        tokens.expect("(");
        List<Binding> bindings = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        if (!tokens.took(")")) {
            do {
                if (tokens.peek().startsWith("$")) {
                    String variable = tokens.take();
                    tokens.expect(":");
                    bindings.add(new Binding(variable, tokens.take()));
                } else {
                    constraints.add(constraint());
                }
            } while (tokens.took(","));
            tokens.expect(")");
        }
        return new Pattern(bound, type, bindings, constraints);
    }

    private Constraint constraint() {
        return new Constraint(tokens.take(), tokens.take(), value());
    }

    private Object value() {
        String token = tokens.take();
        if (token.matches("-?[0-9].*")) {
            return Ratio.of(token);
        }
        if (token.equals("true") || token.equals("false")) {
            return Boolean.valueOf(token);
        }
        return tokens.took(".") ? token + "." + tokens.take() : token;
    }
}
