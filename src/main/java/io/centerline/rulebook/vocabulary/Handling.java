package io.centerline.rulebook.vocabulary;

/**
 * Who handles the activity.
 *
 * @param office the Center, the port or both
 */
public record Handling(Office office) implements Conclusion {}
