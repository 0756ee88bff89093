package io.centerline.rulebook.language;

/**
 * A place in a rule file.
 *
 * @param file path below the project, such as {@code rules/placement/predominance.drl}
 * @param line first line is 1
 * @param column first column is 1
 */
public record SourcePlace(String file, int line, int column) implements Comparable<SourcePlace> {

    @Override
    public int compareTo(SourcePlace other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
