package io.centerline.rulebook.language;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** A list that keeps the findings first added to it and drops the rest, so that a hostile file fills no memory. */
final class FirstFindings extends AbstractList<Finding> {
    private final int most;
    private final List<Finding> kept = new ArrayList<>();

    FirstFindings(int most) {
        this.most = most;
    }

    boolean isFull() {
        return kept.size() >= most;
    }

    @Override
    public void add(int index, Finding finding) {
        if (!isFull()) {
            kept.add(index, finding);
        }
    }

    @Override
    public Finding get(int index) {
        return kept.get(index);
    }

    @Override
    public int size() {
        return kept.size();
    }
}
