package io.centerline.rulebook;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes the engine may see: those of this program, with a memory for what is none. While it compiles, the engine
 * asks of every field in every condition whether it names a class, several times under several names; looking through all
 * archives for classes that do not exist took more than half of a compilation. Thread-safe.
 */
final class EngineLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    /** The one for all compilations: what is no class once never becomes one. */
    static final EngineLoader INSTANCE = new EngineLoader(EngineLoader.class.getClassLoader());

    /** Far more than the vocabulary has; names in rules that are refused must not fill the memory. */
    private static final int MOST_REMEMBERED = 10_000;

    private final ClassLoader program;
    private final Set<String> absent = ConcurrentHashMap.newKeySet();

    EngineLoader(ClassLoader program) {
        super(program);
        this.program = program;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (absent.contains(name)) {
            throw new ClassNotFoundException(name);
        }
        try {
            return program.loadClass(name);
        } catch (ClassNotFoundException none) {
            if (absent.size() < MOST_REMEMBERED) {
                absent.add(name);
            }
            throw none;
        }
    }
}
