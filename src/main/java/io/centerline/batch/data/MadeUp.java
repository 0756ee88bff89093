package io.centerline.batch.data;

import io.centerline.tariff.Schedule;

/**
 * What all parts of the files of a plan share. Immutable.
 *
 * @param order which entry stands at which place of the year
 */
record MadeUp(DataPlan plan, ImporterSizes sizes, MadeUpImporters importers, TariffMix tariff, Permutation order) {

    static MadeUp of(DataPlan plan, Schedule schedule) {
        ImporterSizes sizes = new ImporterSizes(plan);
        return new MadeUp(
                plan,
                sizes,
                new MadeUpImporters(plan),
                new TariffMix(schedule),
                new Permutation(sizes.entries(), Chance.of(plan.seed(), 7)));
    }
}
