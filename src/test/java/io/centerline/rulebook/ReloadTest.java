package io.centerline.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.rulebook.vocabulary.Case;
import io.centerline.tariff.HtsNumber;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rulebooks come and go while the program runs; nothing of one that went may stay. */
class ReloadTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final int RELOADS = 20;

    @Test
    void edition_ofManyRulebooks_leavesNeitherClassesNorRulebooksBehind() throws InterruptedException {
        for (int version = 0; version < RELOADS; version++) {
            use(version);
        }
        List<WeakReference<Rulebook>> gone = new ArrayList<>();
        long classes = classesAfterCollection();
        for (int version = 0; version < RELOADS; version++) {
            gone.add(new WeakReference<>(use(RELOADS + version)));
        }

        // One class a reload would be a leak; the few that the virtual machine makes for reflection are not.
        assertThat(classesAfterCollection()).isLessThan(classes + RELOADS);
        assertThat(gone).allMatch(rulebook -> rulebook.get() == null);
    }

    private static Rulebook use(int version) {
        SortedMap<String, String> texts = new TreeMap<>(TestRulebook.small().texts());
        texts.compute("counting/counting.drl", (path, text) -> text + "// version " + version + "\n");
        Rulebook rulebook = Rulebook.of(new RuleFiles(texts));
        rulebook.compilations().forEach(Runnable::run);
        Edition edition = rulebook.edition(DAY);
        for (HtsNumber number : Goods.all().values()) {
            assertThat(edition.classify(number)).isNotNull();
        }
        edition.place(List.of(new Case(DAY)));
        return rulebook;
    }

    private static long classesAfterCollection() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(20);
        }
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }
}
