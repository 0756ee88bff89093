package io.centerline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each package may use. Widening a list is a decision: write it down under {@code src/docs/decisions}. */
class ArchitectureTest {
    private static final String ROOT = "io.centerline.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.centerline");

    /** Each room of the house and the rooms it may use; what is not listed here does not exist. */
    private static final Map<String, List<String>> ALLOWED = allowed();

    private static Map<String, List<String>> allowed() {
        Map<String, List<String>> allowed = new TreeMap<>();
        allowed.put("tariff", List.of());
        allowed.put("facts", List.of("tariff"));
        allowed.put("rulebook", List.of("tariff", "facts"));
        allowed.put("placement", List.of("tariff", "facts", "rulebook"));
        allowed.put("routing", List.of("tariff", "facts", "rulebook", "placement"));
        allowed.put("accounts", List.of("tariff", "facts", "rulebook", "placement"));
        allowed.put("journal", List.of("tariff", "facts", "rulebook", "placement", "routing", "accounts"));
        allowed.put("check", List.of("tariff", "facts", "rulebook", "placement", "routing"));
        allowed.put("activation", List.of("tariff", "facts", "rulebook", "placement", "routing", "check"));
        allowed.put("impact", List.of("tariff", "facts", "rulebook", "placement", "routing", "journal"));
        List<String> all = List.of(
                "tariff",
                "facts",
                "rulebook",
                "placement",
                "routing",
                "accounts",
                "journal",
                "check",
                "activation",
                "impact");
        allowed.put("batch", all);
        allowed.put("web", all);
        allowed.put("api", plus(all, "batch"));
        allowed.put("cli", plus(all, "batch", "api"));
        return allowed;
    }

    @Test
    void packages_inProduction_areTheRoomsOfTheHouse() {
        assertThat(CLASSES.stream()
                        .map(type -> (type.getPackageName() + ".")
                                .substring(ROOT.length())
                                .split("\\.")[0])
                        .distinct())
                .isSubsetOf(ALLOWED.keySet());
    }

    @Test
    void packages_dependencies_pointOneWay() {
        ALLOWED.forEach((room, allowed) -> {
            List<String> others = ALLOWED.keySet().stream()
                    .filter(other -> !other.equals(room) && !allowed.contains(other))
                    .map(other -> ROOT + other + "..")
                    .toList();
            if (!others.isEmpty()) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others.toArray(String[]::new))
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        });
    }

    @Test
    void vocabulary_wordsOfTheRules_knowNothingOfTheLanguage() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "rulebook.vocabulary")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "rulebook", ROOT + "rulebook.language"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "rulebook.language")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "rulebook"))
                .check(CLASSES);
    }

    @Test
    void engine_outsideTheRulebook_isNotTouched() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "rulebook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..")
                .check(CLASSES);
    }

    @Test
    void http_outsideTheApi_isNotTouched() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void clock_whereDecisionsAreMade_isNotRead() {
        for (Class<?> time : List.of(
                LocalDate.class, LocalDateTime.class, Instant.class, ZonedDateTime.class, OffsetDateTime.class)) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages(ROOT + "api..", ROOT + "journal..", ROOT + "cli..")
                    .should()
                    .callMethod(time, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(Clock.class)
                    .check(CLASSES);
        }
    }

    @Test
    void packages_everyOne_saysWhatItIsAndIsNullMarked() throws Exception {
        List<String> silent = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/io/centerline"))) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                boolean empty =
                        Files.list(folder).noneMatch(file -> file.toString().endsWith(".java"));
                Path info = folder.resolve("package-info.java");
                if (!empty && !(Files.exists(info) && Files.readString(info).contains("@NullMarked"))) {
                    silent.add(folder.toString());
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void names_vagueOnes_areNotUsed() {
        assertThat(CLASSES.stream().map(type -> type.getPackageName()).distinct())
                .noneMatch(name -> List.of(name.split("\\.")).stream()
                        .anyMatch(List.of("util", "common", "impl", "model", "service")::contains));
        assertThat(CLASSES.stream().map(type -> type.getSimpleName()))
                .noneMatch(name -> name.endsWith("Impl") || name.endsWith("Util") || name.endsWith("Utils"));
    }

    private static List<String> plus(List<String> list, String... more) {
        List<String> all = new ArrayList<>(list);
        all.addAll(List.of(more));
        return all;
    }
}
