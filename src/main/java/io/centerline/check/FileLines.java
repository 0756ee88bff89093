package io.centerline.check;

import io.centerline.rulebook.language.SourcePlace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The lines of files, each file split once. Safe for any number of threads. */
final class FileLines {
    private final Function<SourcePlace, String> text;
    private final Map<String, List<String>> byFile = new ConcurrentHashMap<>();

    /** Of files whose text the function gives; empty when there is none. */
    FileLines(Function<SourcePlace, String> text) {
        this.text = text;
    }

    /** The line a place lies in; empty when there is none. */
    String at(SourcePlace place) {
        List<String> lines = Objects.requireNonNull(byFile.computeIfAbsent(
                place.file(), file -> text.apply(place).lines().toList()));
        return place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
    }
}
