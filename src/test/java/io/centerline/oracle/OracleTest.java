package io.centerline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.centerline.Tries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A second opinion that shares no code with the program agrees with it, on the rules that ship and on random ones. */
class OracleTest {
    private static final Path SHIPPED = Path.of("rules");

    @Test
    void decide_shippedRules_agreesOnRandomRequests() throws IOException {
        Opinions opinions = new Opinions(shipped(), new Random(2013));

        opinions.agreeOnPlacements(Tries.of(1_000, 5_000));
        opinions.agreeOnRoutings(Tries.of(400, 2_000), answer -> answer);
    }

    /** Of the routings, where it goes is compared, not the reviews and the rules. */
    @Test
    void decide_randomRules_agreesOnRandomRequests() {
        for (int seed = 0; seed < Tries.of(6, 20); seed++) {
            Random random = new Random(seed);
            Opinions opinions = new Opinions(new RandomLaw(random).files(), random);

            opinions.agreeOnPlacements(100);
            opinions.agreeOnRoutings(30, answer -> answer);
        }
    }

    /** The program and the oracle under the same rules. */
    private static final class Opinions {
        private final Program program;
        private final Oracle oracle;
        private final RandomRequests requests;

        Opinions(SortedMap<String, String> files, Random random) {
            List<Rule> rules = RuleReader.read(files);
            program = new Program(files);
            oracle = new Oracle(rules);
            requests = new RandomRequests(random, rules);
        }

        void agreeOnPlacements(int tries) {
            for (int i = 0; i < tries; i++) {
                ObjectNode request = requests.placement();
                assertThat(Answer.of(program.place(request))).as("%s", request).isEqualTo(oracle.place(request));
            }
        }

        void agreeOnRoutings(int tries, UnaryOperator<Answer> compared) {
            for (int i = 0; i < tries; i++) {
                ObjectNode request = requests.routing();
                JsonNode answered = program.route(request);
                Answer expected = oracle.route(request);
                assertThat(answered == null ? null : compared.apply(Answer.of(answered)))
                        .as("%s", request)
                        .isEqualTo(expected == null ? null : compared.apply(expected));
            }
        }
    }

    private static SortedMap<String, String> shipped() throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".drl")).toList()) {
                texts.put(SHIPPED.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
