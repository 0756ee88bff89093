package io.centerline.rulebook.language;

/**
 * How much rule files may hold, so that reading and compiling them ends soon and stays small whatever they say. All are
 * counts and none is a time: the same files are taken or refused on every machine.
 *
 * @param letters the most characters of all files together
 * @param fileLetters the most characters of a file
 * @param lineLetters the most characters of a line
 * @param tokens the most words and signs of a file outside comments
 * @param depth how deep parentheses, brackets and braces may nest
 * @param rules the most rules of all files together
 * @param conditions the most conditions of a rule
 * @param constraints the most constraints of a pattern
 * @param joins the most patterns of a rule that can each match several facts: their matches multiply
 * @param periods the most periods between which the rules in force differ
 * @param findings how many findings are told; a note says when there are more
 */
public record LanguageLimits(
        int letters,
        int fileLetters,
        int lineLetters,
        int tokens,
        int depth,
        int rules,
        int conditions,
        int constraints,
        int joins,
        int periods,
        int findings) {

    /** Ten times what the law as it stands needs, or more. */
    public static final LanguageLimits DEFAULT =
            new LanguageLimits(2 << 20, 1 << 20, 1_000, 200_000, 8, 5_000, 10, 12, 3, 500, 500);
}
