package io.centerline.log;

import io.centerline.decision.CanonicalReceipt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A made-up log and its exports. */
public final class Exports {
    public static final String ORIGIN = "log.example/one";
    public static final SigningKey KEY = key(1);

    private final StoredTree tree = new StoredTree();
    private final List<byte[]> decisions = new ArrayList<>();
    private final TreeHasher hasher = new TreeHasher();

    private Exports() {}

    public static Exports of(int leaves) {
        Exports log = new Exports();
        for (int i = 0; i < leaves; i++) {
            log.add("PLACED");
        }
        return log;
    }

    /** A log of these decisions, each canonical JSON. */
    public static Exports ofDecisions(List<byte[]> decisions) {
        Exports log = new Exports();
        for (byte[] decision : decisions) {
            log.decisions.add(decision);
            log.tree.append(decision);
        }
        return log;
    }

    /** A whole export of it, with facts for some leaves. */
    public byte[] whole(List<@Nullable Disclosed> facts) {
        List<byte[]> lines = lines(0, 0, false);
        lines.set(
                0,
                ExportHeader.of(checkpoint(facts.size()), facts.size(), 0, facts.size(), tree.nodes(), false)
                        .print());
        for (int i = 0; i < facts.size(); i++) {
            byte[] decision = decisions.get(i);
            lines.add(ExportLine.print(i, hasher.leaf(decision), List.of(), decision, facts.get(i)));
        }
        return join(lines);
    }

    /** A log that tells another story from one leaf on. */
    public Exports differingFrom(int leaf) {
        Exports log = new Exports();
        for (int i = 0; i < decisions.size(); i++) {
            log.add(i < leaf ? "PLACED" : "PENDING");
        }
        return log;
    }

    private void add(String status) {
        int i = decisions.size();
        String commitment = HexFormat.of().formatHex(hasher.salted(salt(i), facts(i), 0, facts(i).length));
        String decision = "{\"center\":{\"code\":\"CEE00" + i % 10 + "\"},\"id\":\"00000000-0000-7000-8000-"
                + String.format("%012d", i) + "\",\"receipt\":{\"asOf\":\"2026-11-25\",\"facts\":\"sha256:" + commitment
                + "\",\"rulebook\":\"sha256:aa\"},\"status\":\"" + status + "\"}";
        decisions.add(bytes(decision));
        tree.append(decisions.get(i));
    }

    public static byte[] salt(int i) {
        byte[] salt = new byte[ExportLine.SALT_LENGTH];
        Arrays.fill(salt, (byte) i);
        return salt;
    }

    public static byte[] facts(int i) {
        return bytes("{\"asOf\":\"2026-11-25\",\"importer\":{\"name\":\"Acme, \\\"decision\\\":{" + i + "\"}}");
    }

    public byte[] checkpoint(long size) {
        return checkpoint(size, KEY);
    }

    byte[] checkpoint(long size, SigningKey... keys) {
        return new Checkpoint(ORIGIN, size, ProofBuilder.root(size, tree.nodes(size))).sign(List.of(keys));
    }

    /** An export of a log whose only leaf is an activation; what differs of its row is told. */
    public static byte[] activation(String... differs) {
        Exports log = new Exports();
        byte[] said = bytes("{\"number\":1}");
        log.decisions.add(bytes("centerline/activation\n{\"number\":1}"));
        log.tree.append(log.decisions.get(0));
        return join(List.of(
                ExportHeader.of(log.checkpoint(1), 1, 0, 1, log.tree.nodes(), true)
                        .print(),
                ExportLine.record(
                        0, log.hasher.leaf(log.decisions.get(0)), List.of(differs), "activation", said, null)));
    }

    /** All lines of an export, the header first, each with its newline. */
    public List<byte[]> lines(int from, int to, boolean facts) {
        long size = decisions.size();
        List<byte[]> lines = new ArrayList<>();
        lines.add(ExportHeader.of(checkpoint(size), size, from, to, tree.nodes(), false)
                .print());
        for (int i = from; i < to; i++) {
            lines.add(line(i, facts));
        }
        return lines;
    }

    byte[] line(int i, boolean facts) {
        @Nullable Disclosed disclosed = facts ? new Disclosed(salt(i), facts(i)) : null;
        return ExportLine.print(i, hasher.leaf(decisions.get(i)), List.of(), decisions.get(i), disclosed);
    }

    /** A line made to say it is another leaf, with a hash that fits what it holds. */
    public static byte[] refitted(byte[] line, long index) {
        String text = new String(line, StandardCharsets.UTF_8);
        byte[] decision = bytes(text.substring(text.lastIndexOf("\"decision\":{") + 11, text.length() - 2));
        String middle = text.contains("\"salt\"")
                ? text.substring(text.indexOf(",\"salt\""), text.lastIndexOf(",\"decision\""))
                : "";
        return bytes("{\"index\":" + index + ",\"leaf\":\""
                + new TreeHasher().leaf(decision).hex() + "\"" + middle + ",\"decision\":"
                + new String(decision, StandardCharsets.UTF_8) + "}\n");
    }

    public static Verdict verify(List<byte[]> lines, byte[]... checkpoints) {
        return verify(join(lines), checkpoints);
    }

    public static Verdict verify(byte[] export, byte[]... checkpoints) {
        return verify(export, List.of(KEY.verifier()), checkpoints);
    }

    public static Verdict verify(byte[] export, List<VerifierKey> keys, byte[]... checkpoints) {
        try {
            return new LogVerifier(new Verifiers(keys), CanonicalReceipt::commits)
                    .verify(new ByteArrayInputStream(export), List.of(checkpoints), (leaves, bytes) -> {});
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] join(List<byte[]> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** A key as it stands in a file of keys. */
    public static String secret(String name, int seed) {
        return key(name, seed).secretText();
    }

    public static SigningKey key(int seed) {
        return key(ORIGIN, seed);
    }

    public static SigningKey key(String name, int seed) {
        return SigningKey.generate(name, new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) seed);
            }
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
