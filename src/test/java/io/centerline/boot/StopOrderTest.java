package io.centerline.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.centerline.application.OwedRecording;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who uses the journal stops before it does. */
class StopOrderTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                ComparisonBeans.class,
                ImpactBeans.class,
                OwedRecording.class,
                RulebookBeans.class,
                SearchBeans.class
            })
    void stop_usersOfTheJournal_comeFirst(Class<?> user) {
        assertThat(priority(user)).isLessThan(priority(JournalBeans.class));
    }

    private static int priority(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .flatMap(StopOrderTest::stopping)
                .map(parameter -> parameter.getAnnotation(Priority.class))
                .mapToInt(priority -> priority == null ? ObserverMethod.DEFAULT_PRIORITY : priority.value())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Parameter> stopping(Method method) {
        return Stream.of(method.getParameters()).filter(parameter -> parameter.getType() == ShutdownEvent.class);
    }
}
