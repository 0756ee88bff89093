package io.centerline.api.accounts;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.centerline.accounts.AccountFile;
import io.centerline.accounts.AppealOnFile;
import io.centerline.accounts.Completeness;
import io.centerline.accounts.PacketDeficiency;
import io.centerline.accounts.PacketJson;
import io.centerline.application.AppealGranting.Granted;
import io.centerline.facts.AppealPacket;
import io.centerline.text.Echo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal with its packet.
 *
 * @param id its id
 * @param account the importer number it was filed for, masked where it is a social security number
 * @param stage where it stands
 * @param effective the day it takes effect; null unless it was granted
 * @param authority who granted it; null unless it was granted
 * @param packet its latest packet, in the fields of a request
 * @param lacks what the packet still lacks
 * @param decisions what granting it produced, one for each importer number moved; empty unless it was just granted
 */
public record AppealAnswer(
        UUID id,
        String account,
        String stage,
        @Nullable String effective,
        @Nullable String authority,
        @JsonRawValue String packet,
        List<PacketDeficiency> lacks,
        List<Granted> decisions) {

    static AppealAnswer of(AccountFile file, AppealOnFile appeal, AppealPacket packet, List<Granted> decisions) {
        return new AppealAnswer(
                appeal.id(),
                file.number().masked(),
                appeal.stage().name(),
                appeal.effective() == null ? null : appeal.effective().toString(),
                appeal.authority().isEmpty() ? null : Echo.shown(appeal.authority()),
                PacketJson.masked(packet),
                Completeness.check(packet, file),
                decisions);
    }
}
