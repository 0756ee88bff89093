package io.centerline.api.accounts;

import io.centerline.application.PacketDraft;
import io.centerline.facts.AppealPacket;
import io.centerline.text.Echo;
import io.quarkus.qute.TemplateInstance;

/**
 * The draft of a packet as a page to print: a document without scripts, since it is saved, sent and printed away from the service.
 * So it has its own stylesheet, {@code web/public/packet.css}, and not the frame of the pages. The template is
 * {@code templates/PacketPage.html}; it escapes every value.
 *
 * @param draft what the page shows
 * @param packet the packet of the draft
 */
record PacketPage(PacketDraft draft, AppealPacket packet) implements TemplateInstance {

    /** The page, dashed social security numbers masked. */
    static String of(PacketDraft.Drafted drafted) {
        return Echo.mask(new PacketPage(drafted.draft(), drafted.packet()).render());
    }
}
