package io.centerline.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.Tries;
import io.centerline.log.Verdict.Verified;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One fault in an export of 10,000 leaves, a thousand times in a thorough run: each is found. */
class TamperTest {
    private static final int LEAVES = 10_000;
    private static final int FAULTS = Tries.of(150, 1_000);

    private final Random random = new Random(20_261_125);
    private final List<byte[]> clean = Exports.of(LEAVES).lines(0, LEAVES, true);

    private enum Tampering {
        BIT,
        FIELD,
        ORDER,
        REMOVAL,
        DUPLICATION,
        TRUNCATION
    }

    @Test
    void verify_singleFaults_areAllFound() {
        byte[] whole = Exports.join(clean);
        assertThat(Exports.verify(whole)).isInstanceOf(Verified.class);
        Map<Tampering, Integer> missed = new EnumMap<>(Tampering.class);
        for (int i = 0; i < FAULTS; i++) {
            Tampering tampering = Tampering.values()[i % Tampering.values().length];
            byte[] tampered = tamper(tampering, whole);
            assertThat(Arrays.equals(tampered, whole)).isFalse();
            if (!(Exports.verify(tampered) instanceof LogFault)) {
                missed.merge(tampering, 1, Integer::sum);
            }
        }
        assertThat(missed).isEmpty();
        assertThat(Exports.verify(whole)).isInstanceOf(Verified.class);
    }

    private byte[] tamper(Tampering tampering, byte[] whole) {
        List<byte[]> lines = new ArrayList<>(clean);
        int line = 1 + random.nextInt(LEAVES);
        switch (tampering) {
            case BIT -> {
                byte[] bytes = whole.clone();
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                return bytes;
            }
            case FIELD -> {
                String[] change = List.of(
                                "PLACED,PENDING",
                                "2026-11-25,2026-11-26",
                                "sha256:aa,sha256:ab",
                                "Acme,Emca",
                                "CEE00,CEE01")
                        .get(random.nextInt(5))
                        .split(",", -1);
                String text = new String(lines.get(line), StandardCharsets.UTF_8).replace(change[0], change[1]);
                lines.set(line, text.getBytes(StandardCharsets.UTF_8));
                if (random.nextBoolean()) {
                    lines.set(line, Exports.refitted(lines.get(line), line - 1));
                }
            }
            case ORDER -> {
                int drawn = 1 + random.nextInt(LEAVES);
                int other = drawn == line ? 1 + line % LEAVES : drawn;
                Collections.swap(lines, line, other);
                if (random.nextBoolean()) {
                    lines.set(line, Exports.refitted(lines.get(line), line - 1));
                    lines.set(other, Exports.refitted(lines.get(other), other - 1));
                }
            }
            case REMOVAL -> {
                line = 1 + random.nextInt(LEAVES - 1);
                lines.remove(line);
                fit(lines, line);
            }
            case DUPLICATION -> {
                int place = 1 + random.nextInt(LEAVES);
                lines.add(place, lines.get(line));
                fit(lines, place);
            }
            case TRUNCATION -> {
                return random.nextBoolean()
                        ? Arrays.copyOf(whole, random.nextInt(whole.length))
                        : Exports.join(lines.subList(0, line));
            }
        }
        return Exports.join(lines);
    }

    /** Every other time, like someone who knows the format, makes the numbers fit from a line on. */
    private void fit(List<byte[]> lines, int from) {
        if (random.nextBoolean()) {
            for (int i = from; i < lines.size(); i++) {
                lines.set(i, renumbered(lines.get(i), i - 1));
            }
        }
    }

    private static byte[] renumbered(byte[] line, int index) {
        byte[] start = ("{\"index\":" + index).getBytes(StandardCharsets.US_ASCII);
        int comma = 0;
        while (line[comma] != ',') {
            comma++;
        }
        byte[] renumbered = Arrays.copyOf(start, start.length + line.length - comma);
        System.arraycopy(line, comma, renumbered, start.length, line.length - comma);
        return renumbered;
    }
}
