package io.centerline.bench.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of all peers and tasks, in Markdown, with the reasons for its gaps under it. */
final class PeersTable {
    private final List<String> tasks;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    PeersTable(List<String> tasks) {
        this.tasks = List.copyOf(tasks);
    }

    void add(String peer, String task, Figure figure) {
        rows.computeIfAbsent(peer, name -> new LinkedHashMap<>()).put(task, figure.text());
        System.out.println(peer + ", " + task + ": " + figure.text() + ", " + figure.rounds() + " rounds");
    }

    /** Says under the table why a peer has no figure for some tasks. */
    void note(String peer, String reason) {
        rows.computeIfAbsent(peer, name -> new LinkedHashMap<>());
        notes.add(peer + ": " + reason);
    }

    String text() {
        StringBuilder text = new StringBuilder("| engine | ")
                .append(String.join(" | ", tasks))
                .append(" |\n|---|")
                .append("---|".repeat(tasks.size()))
                .append('\n');
        rows.forEach((peer, figures) -> {
            text.append("| ").append(peer).append(" |");
            tasks.forEach(task ->
                    text.append(' ').append(figures.getOrDefault(task, "-")).append(" |"));
            text.append('\n');
        });
        notes.forEach(note -> text.append("\n- ").append(note));
        return text.append('\n').toString();
    }
}
