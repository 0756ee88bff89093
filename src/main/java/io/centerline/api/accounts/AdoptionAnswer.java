package io.centerline.api.accounts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.centerline.accounts.AdoptionEffect;
import java.util.UUID;

/**
 * An account after a decision was adopted.
 *
 * @param account what is on file
 * @param adoption what adopting did
 */
public record AdoptionAnswer(@JsonUnwrapped AccountAnswer account, Done adoption) {

    /**
     * What adopting did.
     *
     * @param decision id of the decision
     * @param effect what it did to the account
     */
    public record Done(UUID decision, AdoptionEffect effect) {}
}
