package io.centerline.tariff;

import java.util.List;

/** A schedule file that cannot be used, with every fault found in it, in the order of the file. */
public final class ScheduleFileException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient List<ScheduleFault> faults;

    /**
     * A refusal.
     *
     * @param file its name
     * @param faults every fault, at least one
     */
    public ScheduleFileException(String file, List<ScheduleFault> faults) {
        super(message(file, faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, at least one. */
    public List<ScheduleFault> faults() {
        return faults;
    }

    private static String message(String file, List<ScheduleFault> faults) {
        StringBuilder message = new StringBuilder(
                "schedule file `" + file + "` has " + faults.size() + (faults.size() == 1 ? " fault" : " faults"));
        for (ScheduleFault fault : faults.subList(0, Math.min(SHOWN, faults.size()))) {
            message.append("\n  line ")
                    .append(fault.line())
                    .append(": ")
                    .append(fault.message())
                    .append("; ")
                    .append(fault.help());
        }
        return faults.size() > SHOWN
                ? message.append("\n  and ")
                        .append(faults.size() - SHOWN)
                        .append(" more")
                        .toString()
                : message.toString();
    }
}
