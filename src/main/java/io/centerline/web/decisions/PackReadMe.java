package io.centerline.web.decisions;

import io.centerline.application.EvidencePack;

/** The text that says what is in an evidence pack and how to verify it with public tools. */
final class PackReadMe {
    private PackReadMe() {}

    static String of(EvidencePack.Contents pack, DecisionView decision) {
        boolean replays = !pack.masked() && pack.facts() != null && pack.rules() != null;
        return """
                Evidence pack of decision %s

                %s

                What is here
                  index.html           shows the decision and verifies it by itself; open it in a browser, no network is needed
                  decision.json        the decision as the service answers it, with its place in the log
                  leaf.json            the decision as it was hashed: canonical JSON (RFC 8785), without its place
                  facts.json           %s
                  rules/               %s
                  rules-concerned.txt  those rules that the decision names
                  tariff.csv           the numbers of the facts, each with its Center and rule on the day of the decision
                  proof.json           the proof that the decision is in the log (RFC 9162)
                  proof.ndjson         the same for the command `centerline verify`
                  path.txt             the same as one hash a line, with the side on which it stands
                  checkpoint           the signed root of the log; checkpoint.text and checkpoint.sig are its two parts
                  verifier.key         the key that verifies the log; verifier.pem is the same for openssl

                Whoever can change this pack can change its key too. Compare verifier.key with the key that the operator of
                the service gave you.

                Verify with public tools (bash, coreutils, openssl), in the folder of this file
                1. The hash of the decision. It is the `leaf` of the receipt in decision.json:
                  h=$({ printf '\\0'; cat leaf.json; } | sha256sum | cut -c 1-64); echo $h

                2. Its place in the log. The result is the third line of the file checkpoint:
                  bin() { printf "$(printf %%s "$1" | sed 's/../\\\\x&/g')"; }
                  while read -r side beside; do
                    if [ $side = left ]; then pair=$beside$h; else pair=$h$beside; fi
                    h=$({ printf '\\001'; bin $pair; } | sha256sum | cut -c 1-64)
                  done < path.txt
                  bin $h | base64; sed -n 3p checkpoint

                3. The signature over the log:
                  openssl pkeyutl -verify -pubin -inkey verifier.pem -rawin -in checkpoint.text -sigfile checkpoint.sig

                Verify with the program
                  centerline verify proof.ndjson --key "$(head -n 1 verifier.key)"

                Decide again with the program
                  %s

                No proof shows whether the facts that were sent were true.
                """.formatted(
                pack.recorded().draft().id(),
                decision.heading() + (decision.reason().isEmpty() ? "" : ". " + decision.reason()),
                pack.facts() == null
                        ? "not here: " + pack.erased()
                        : pack.masked()
                                ? "the facts, with names and social security numbers masked"
                                : "the facts as they are kept, with the salt that ties them to the receipt",
                pack.rules() == null
                        ? "not here: the service does not keep the rulebook of the receipt"
                        : "the rules that decided; the receipt has their hash",
                replays
                        ? "centerline replay proof.ndjson --rules rules"
                        : "It takes the facts unmasked and the rules: `centerline audit "
                                + pack.recorded().draft().id() + " --key KEY --facts` asks the service for them.");
    }
}
