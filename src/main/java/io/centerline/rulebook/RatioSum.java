package io.centerline.rulebook;

import io.centerline.rulebook.vocabulary.Ratio;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** Adds ratios for the engine and divides once, at the end; 0 where nothing is added. */
public final class RatioSum implements AccumulateFunction<RatioSum.Sum> {

    /** For the engine, which makes one of its own. */
    public RatioSum() {}

    /** What was added so far. */
    static final class Sum implements Serializable {
        private static final long serialVersionUID = 1L;

        private transient @Nullable Ratio ratio;
    }

    @Override
    public Sum createContext() {
        return new Sum();
    }

    @Override
    public void init(Sum sum) {
        sum.ratio = null;
    }

    @Override
    public void accumulate(Sum sum, Object value) {
        sum.ratio = sum.ratio == null ? (Ratio) value : sum.ratio.plus((Ratio) value);
    }

    @Override
    public void reverse(Sum sum, Object value) {
        throw new UnsupportedOperationException("facts of a case are never taken back");
    }

    @Override
    public Object getResult(Sum sum) {
        return sum.ratio == null ? BigDecimal.ZERO : sum.ratio.decimal();
    }

    @Override
    public boolean supportsReverse() {
        return false;
    }

    @Override
    public Class<?> getResultType() {
        return BigDecimal.class;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        // It has no state of its own.
    }

    @Override
    public void readExternal(ObjectInput in) {
        // It has no state of its own.
    }
}
