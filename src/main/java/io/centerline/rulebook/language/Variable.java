package io.centerline.rulebook.language;

/**
 * A variable bound in a rule.
 *
 * @param index its position among the rule's variables
 * @param name as written, with the dollar sign
 * @param type the type of what it holds
 */
record Variable(int index, String name, FieldType type) {}
