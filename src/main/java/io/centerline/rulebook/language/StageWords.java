package io.centerline.rulebook.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that rules of a stage may use, for editors that offer and explain them.
 *
 * @param facts what conditions may look at
 * @param conclusions what rules may insert; their members are its arguments
 */
public record StageWords(List<Type> facts, List<Type> conclusions) {
    private static final List<String> ANNOTATIONS = List.of("id", "citation", "standing", "inForce", "says");

    /**
     * A fact or a conclusion.
     *
     * @param name as rules write it
     * @param members its fields or arguments, in the order they are taught
     */
    public record Type(String name, List<Member> members) {
        public Type {
            members = List.copyOf(members);
        }

        /** The member of a name. */
        public Optional<Member> find(String member) {
            return members.stream().filter(each -> each.name().equals(member)).findFirst();
        }
    }

    /**
     * A field of a fact or an argument of a conclusion.
     *
     * @param name its name
     * @param description its type in an analyst's words
     * @param values what can be written for it, such as {@code Center.ELECTRONICS} or {@code true}; empty for numbers and days
     */
    public record Member(String name, String description, List<String> values) {
        public Member {
            values = List.copyOf(values);
        }

        private static Member of(String name, FieldType type) {
            List<String> values = switch (type.kind()) {
                case WORD -> constants(type.javaType());
                case FLAG -> List.of("true", "false");
                default -> List.of();
            };
            return new Member(name, type.describe(), values);
        }
    }

    public StageWords {
        facts = List.copyOf(facts);
        conclusions = List.copyOf(conclusions);
    }

    /** The words of a stage. */
    public static StageWords of(Stage stage) {
        return new StageWords(
                Vocabulary.facts(stage).values().stream()
                        .map(fact -> new Type(
                                fact.name(),
                                fact.fields().values().stream()
                                        .map(field -> Member.of(field.name(), field.type()))
                                        .toList()))
                        .toList(),
                Vocabulary.conclusions(stage).values().stream()
                        .map(type -> new Type(
                                type.name(),
                                type.parameters().stream()
                                        .map(each -> Member.of(each.name(), each.type()))
                                        .toList()))
                        .toList());
    }

    /** The constants of each type of words, by the name of the type. */
    public static Map<String, List<String>> constants() {
        Map<String, List<String>> constants = new LinkedHashMap<>();
        Vocabulary.wordTypes().forEach((name, type) -> constants.put(name, constants(type)));
        return constants;
    }

    /** The annotations of a rule, in the order in which files have them. */
    public static List<String> annotations() {
        return ANNOTATIONS;
    }

    /** The words that a standing may have. */
    public static List<String> standings() {
        return Stream.of(Standing.values()).map(Standing::text).toList();
    }

    /** The fact of a name. */
    public Optional<Type> fact(String name) {
        return facts.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The conclusion of a name. */
    public Optional<Type> conclusion(String name) {
        return conclusions.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> type.getSimpleName() + "." + ((Enum<?>) constant).name())
                .toList();
    }
}
