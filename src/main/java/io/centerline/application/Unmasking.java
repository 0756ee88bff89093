package io.centerline.application;

import io.centerline.journal.Disclosures;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one place that lets facts out unmasked: it asks whether the caller may see them and notes that they were given out.
 * Without sign-in there is one caller, who may unless the operator says otherwise.
 */
@Singleton
public final class Unmasking {
    private static final String SETTING = "centerline.unmasking.allowed";
    private static final String LOCAL = "local";

    private final boolean allowed;
    private final Disclosures disclosures;

    Unmasking(@ConfigProperty(name = SETTING, defaultValue = "true") boolean allowed, Disclosures disclosures) {
        this.allowed = allowed;
        this.disclosures = disclosures;
    }

    /**
     * Refuses whoever may not see facts unmasked.
     *
     * @throws RefusedException with status 403
     */
    public void require() {
        if (!allowed) {
            throw new RefusedException(
                    FailureKind.UNMASKING_REFUSED,
                    "facts leave this service masked only; the operator allows more with " + SETTING + "=true");
        }
    }

    /**
     * Notes, before they are given out, that facts of the decisions {@code [from, to)} are.
     *
     * @throws RefusedException as {@link #require}
     */
    public void note(long from, long to) {
        require();
        disclosures.note(from, to, LOCAL);
    }
}
