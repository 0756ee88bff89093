package io.centerline.web.decisions;

import io.centerline.application.EvidencePack;

/** The text that says what is in an evidence pack and how to verify it with public tools. */
final class PackReadMe {
    private static final String RULES = """
            Their hash is the `rulebook` of the receipt. Each path and each text counts with its length before it:
              (cd rules; find * -type f | sort | while read -r file; do
                bin $(printf %08x ${#file}); printf %s "$file"
                bin $(printf %08x $(wc -c < "$file")); cat "$file"
              done) | sha256sum; grep -o '"rulebook":"[^"]*"' decision.json
            """;
    private static final String FACTS = """
            The hash over the salt and the facts is `facts` of the receipt:
              { bin $(grep -o '"salt":"[0-9a-f]*"' facts.json | head -n 1 | cut -d '"' -f 4)
                sed 's/^{[^{]*"facts"://; s/}$//' facts.json | tr -d '\\n'; } | sha256sum
              grep -o '"facts":"[^"]*"' decision.json
            """;

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
                  checkpoint           the signed root of the log
                  verifier.key         the key that verifies the log: its name, the start of its hash, and the key in base64

                Whoever can change this pack can change its key too. Compare verifier.key with the key that the operator of
                the service gave you.

                Verify with public tools (bash, coreutils, openssl), in the folder of this file, one step after the other
                1. The hash of the decision. It is the `leaf` of the receipt in decision.json:
                  export LC_ALL=C
                  h=$({ printf '\\0'; cat leaf.json; } | sha256sum | cut -c 1-64); echo $h

                2. Its place in the log. The result is the third line of the file checkpoint:
                  bin() { printf "$(printf %%s "$1" | sed 's/../\\\\x&/g')"; }
                  while read -r side beside; do
                    if [ $side = left ]; then pair=$beside$h; else pair=$h$beside; fi
                    h=$({ printf '\\001'; bin $pair; } | sha256sum | cut -c 1-64)
                  done < path.txt
                  bin $h | base64; sed -n 3p checkpoint

                3. The signature over the log. The key as openssl reads it (RFC 8410) comes from verifier.key, the signed
                text and the signature come from checkpoint (C2SP signed-note):
                  { printf '\\060\\052\\060\\005\\006\\003\\053\\145\\160\\003\\041\\000'
                    head -n 1 verifier.key | cut -d + -f 3- | base64 -d | tail -c 32; } > key.der
                  openssl pkey -pubin -inform DER -in key.der -out key.pem
                  sed '/^$/,$d' checkpoint > signed
                  sed '1,/^$/d' checkpoint | grep -m 1 -F " $(head -n 1 verifier.key | cut -d + -f 1) " \\
                    | cut -d ' ' -f 3 | base64 -d | tail -c 64 > signature
                  openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in signed -sigfile signature

                4. The rules. %s

                5. The facts. %s

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
                pack.rules() == null ? "They are not in this pack." : RULES.strip(),
                pack.facts() == null || pack.masked() ? "It takes the facts unmasked." : FACTS.strip(),
                replays
                        ? "centerline replay proof.ndjson --rules rules"
                        : "It takes the facts unmasked and the rules: `centerline audit "
                                + pack.recorded().draft().id() + " --key KEY --facts` asks the service for them.");
    }
}
