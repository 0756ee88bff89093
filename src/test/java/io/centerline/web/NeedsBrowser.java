package io.centerline.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that drive a real Chromium. Without one they do not run, and the build says which they are and how to get it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeedsBrowser.Condition.class)
public @interface NeedsBrowser {

    /** Looks for Chromium once for each class. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Chromium.find().isPresent()) {
                return ConditionEvaluationResult.enabled("Chromium is there");
            }
            String why = "NOT RUN: " + context.getRequiredTestClass().getSimpleName()
                    + " needs Chromium; install it (Debian: `apt-get install chromium`), or name it in the environment"
                    + " variable CHROMIUM";
            if (context.getTestMethod().isEmpty()) {
                System.out.println(why);
            }
            return ConditionEvaluationResult.disabled(why);
        }
    }
}
