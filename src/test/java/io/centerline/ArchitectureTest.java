package io.centerline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What each room of the house may use. Widening a list is a decision: write it down under {@code src/docs/decisions}. */
class ArchitectureTest {
    private static final String ROOT = "io.centerline.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.centerline");

    /** The rooms that run in a plain JVM. */
    private static final List<String> CORE = List.of(
            "text",
            "tariff",
            "facts",
            "intake.sheet",
            "intake",
            "rulebook",
            "placement",
            "routing",
            "log",
            "decision",
            "replay",
            "check",
            "impact",
            "editor",
            "batch");

    /** What the core must not know, so that it runs anywhere. */
    private static final String[] FRAMEWORKS = {
        "jakarta..",
        "javax.sql..",
        "java.sql..",
        "java.net.http..",
        "com.sun.net.httpserver..",
        "io.agroal..",
        "io.micrometer..",
        "io.netty..",
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "org.eclipse.microprofile..",
        "org.flywaydb..",
        "org.jboss..",
        "org.jdbi..",
        "org.postgresql.."
    };

    /** Each room and the rooms below it that it may use; a room that is not listed does not exist. */
    private static final Map<String, List<String>> ALLOWED = allowed();

    private static Map<String, List<String>> allowed() {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        allowed.put("text", List.of());
        allowed.put("tariff", List.of("text"));
        allowed.put("facts", List.of("text", "tariff"));
        allowed.put("intake.sheet", List.of("text", "facts"));
        allowed.put("intake", List.of("text", "tariff", "facts", "intake.sheet"));
        allowed.put("rulebook", List.of("text", "tariff", "facts"));
        allowed.put("placement", List.of("text", "tariff", "facts", "rulebook"));
        allowed.put("routing", List.of("text", "tariff", "facts", "rulebook", "placement"));
        allowed.put("log", List.of("text"));
        allowed.put("decision", List.of("text", "tariff", "facts", "rulebook", "placement", "routing", "log"));
        allowed.put("replay", below("replay"));
        allowed.put("check", List.of("text", "tariff", "facts", "intake", "rulebook", "placement", "routing"));
        allowed.put("impact", List.of("text", "tariff", "facts", "intake", "rulebook", "placement", "routing"));
        allowed.put("editor", List.of("text", "tariff", "rulebook", "check"));
        allowed.put(
                "batch",
                List.of("text", "tariff", "facts", "intake", "intake.sheet", "rulebook", "placement", "decision"));
        allowed.put("batch.data", List.of("tariff"));
        allowed.put("batch.run", plus(CORE));
        allowed.put("store", List.of("text"));
        allowed.put("journal", plus(CORE, "store"));
        allowed.put("accounts", plus(CORE, "store", "journal"));
        allowed.put("proposals", plus(CORE, "store", "journal"));
        allowed.put("activation", plus(CORE, "store", "journal", "proposals"));
        allowed.put("impact.runs", plus(CORE, "store", "journal"));
        allowed.put("drafts", List.of("store"));
        List<String> services =
                plus(CORE, "store", "journal", "accounts", "proposals", "activation", "impact.runs", "drafts");
        allowed.put("application", plus(services, "batch.run"));
        allowed.put("api", plus(services, "application"));
        allowed.put("web", plus(services, "application", "api"));
        allowed.put("lsp", CORE);
        allowed.put("cli", plus(CORE, "batch.data", "batch.run", "store", "application", "lsp"));
        allowed.put("boot", plus(services, "application", "api", "web", "lsp", "cli"));
        return allowed;
    }

    @Test
    void packages_inProduction_areTheRoomsOfTheHouse() {
        assertThat(CLASSES.stream().map(ArchitectureTest::room).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    @Test
    void rooms_dependencies_pointUpwardsOnly() {
        List<String> rooms = List.copyOf(ALLOWED.keySet());
        ALLOWED.forEach((room, allowed) -> {
            assertThat(rooms.subList(0, rooms.indexOf(room))).as(room).containsAll(allowed);
            noClasses()
                    .that(areIn(Set.of(room)))
                    .should()
                    .dependOnClassesThat(areIn(rooms.stream()
                            .filter(other -> !other.equals(room) && !allowed.contains(other))
                            .toList()))
                    .check(CLASSES);
        });
    }

    @Test
    void resources_ofTheApi_doNotKnowEachOther() {
        slices().matching(ROOT + "api.(*)..").should().notDependOnEachOther().check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "api")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "api.*..")
                .check(CLASSES);
    }

    @Test
    void pages_ofTheApi_useOnlyWhatAllResourcesShare() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "api.*..")
                .check(CLASSES);
    }

    @Test
    void core_inAPlainJvm_needsNoFramework() {
        noClasses()
                .that(areIn(CORE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .check(CLASSES);
    }

    @Test
    void vocabulary_wordsOfTheRules_knowNothingOfTheLanguage() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "rulebook.vocabulary")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "rulebook", ROOT + "rulebook.language")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "rulebook.language")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "rulebook")
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
                .that(areIn(ALLOWED.keySet().stream()
                        .filter(room -> !Set.of("api", "web", "boot").contains(room))
                        .toList()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx..")
                .check(CLASSES);
    }

    @Test
    void jdbi_outsideTheStore_isNotCreated() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "store")
                .should()
                .callMethod(Jdbi.class, "create", DataSource.class)
                .because("Statements.over keeps arguments out of messages")
                .check(CLASSES);
    }

    @Test
    void journal_decisionsItKeeps_areNotLookedInto() {
        noClasses()
                .that(areIn(List.of("journal")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..", "org.erdtman.jcs..")
                .because("what a decision's JSON says is the business of the package decision")
                .check(CLASSES);
    }

    @Test
    void csv_outsideItsReaders_isNotTouched() {
        noClasses()
                .that(areIn(List.of("facts", "application", "cli", "boot")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.csv..")
                .check(CLASSES);
    }

    @Test
    void clock_whereDecisionsAreMade_isNotRead() {
        Set<String> mayAsk = Set.of("journal", "accounts", "application", "api", "web", "cli", "boot");
        DescribedPredicate<JavaClass> deciding = areIn(
                ALLOWED.keySet().stream().filter(room -> !mayAsk.contains(room)).toList());
        for (Class<?> time : List.of(
                LocalDate.class, LocalDateTime.class, Instant.class, ZonedDateTime.class, OffsetDateTime.class)) {
            noClasses()
                    .that(deciding)
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
                boolean empty;
                try (Stream<Path> stream = Files.list(folder)) {
                    empty = stream.noneMatch(file -> file.toString().endsWith(".java"));
                }
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

    @Test
    void names_ofTypes_standOnce() {
        Map<String, Long> counts = CLASSES.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getSimpleName)
                .filter(name -> !name.equals("package-info"))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        counts.values().removeIf(count -> count == 1);
        assertThat(counts).isEmpty();
    }

    @Test
    void tests_ofTheRunningService_areTaggedSo() throws Exception {
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            for (Path test : tests.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(test);
                assertThat(source.contains("\n@QuarkusTest\n"))
                        .as("%s stands beside `@Tag(\"service\")`", test)
                        .isEqualTo(source.contains("\n@Tag(\"service\")\n"));
            }
        }
    }

    /** The room of a class: its package where that is a room of its own, else the first part. */
    private static String room(JavaClass type) {
        String name = type.getPackageName().substring(ROOT.length());
        return ALLOWED.containsKey(name) ? name : name.replaceFirst("\\..*", "");
    }

    private static DescribedPredicate<JavaClass> areIn(Collection<String> rooms) {
        return DescribedPredicate.describe(
                "are in " + String.join(", ", rooms),
                type -> type.getPackageName().startsWith(ROOT) && rooms.contains(room(type)));
    }

    private static List<String> below(String room) {
        return CORE.subList(0, CORE.indexOf(room));
    }

    private static List<String> plus(List<String> list, String... more) {
        List<String> all = new ArrayList<>(list);
        all.addAll(List.of(more));
        return all;
    }
}
