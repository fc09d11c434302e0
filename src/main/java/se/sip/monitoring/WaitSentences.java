package se.sip.monitoring;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.engine.CaseTasks.CaseTask;

/** Says what a case waits for, and what is wrong with it, as staff would. */
@Component
class WaitSentences {

    /** @param silent names of those who have not answered @param open the open tasks, the one due first first */
    String why(State state, LocalDate today, List<String> silent, List<CaseTask> open, UnitNames names) {
        return switch (state.waitsFor()) {
            case CONSENT -> "Väntar på samtycke" + since(state.since(), today);
            case ANSWER -> "Väntar på svar från " + listed(silent) + since(state.since(), today);
            case MEETING -> meeting(state, today);
            case FOLLOW_UP -> followUp(state, today);
            case STEP -> step(state, today, open, names);
        };
    }

    /** What does not mend itself, and the dates that have passed. */
    List<String> faults(State state, LocalDate today) {
        var faults = new ArrayList<String>();
        if (state.stopped() > 0) {
            faults.add("Har stannat i ett tekniskt fel" + since(state.stoppedSince(), today));
        }
        if (state.unsent() > 0) {
            faults.add((state.unsent() == 1 ? "Ett utskick har inte gått fram" : state.unsent()
                    + " utskick har inte gått fram") + since(state.unsentSince(), today));
        }
        if (state.lateTimers() > 0) {
            faults.add("Något som skulle ske av sig självt har inte skett" + since(state.lateTimerSince(), today));
        }
        past(faults, "Kallelsen efter utskrivningsklar skulle ha skickats senast", state.callPast(), today);
        past(faults, "Mötet skulle ha hållits senast", state.meetingPast(), today);
        past(faults, "Svaret skulle ha kommit senast", state.answerPast(), today);
        past(faults, "Uppföljningen skulle ha hållits", state.followUpPast(), today);
        past(faults, "En uppgift skulle ha varit klar", state.taskPast(), today);
        return faults;
    }

    private static void past(List<String> faults, String text, LocalDate day, LocalDate today) {
        if (day != null) {
            faults.add(text + " " + day + ", för " + days(ChronoUnit.DAYS.between(day, today)) + " sedan");
        }
    }

    private static String meeting(State state, LocalDate today) {
        LocalDate day = state.meetingAt().toLocalDate();
        return day.isBefore(today) ? "Mötet " + day + " är inte registrerat, för "
                + days(ChronoUnit.DAYS.between(day, today)) + " sedan" : "Väntar på mötet " + day;
    }

    private static String followUp(State state, LocalDate today) {
        return state.followUpOn() == null ? "Väntar på uppföljning" + since(state.since(), today)
                : "Väntar på uppföljningen " + state.followUpOn();
    }

    private static String step(State state, LocalDate today, List<CaseTask> open, UnitNames names) {
        if (open.isEmpty()) {
            return "Väntar på nästa steg" + since(state.since(), today);
        }
        CaseTask first = open.get(0);
        String who = first.groups().isEmpty() ? names.of(state.convenerUnit()) : listed(first.groups().stream()
                .map(names::of).toList());
        return "Väntar på att " + who + " gör ”" + first.name() + "”" + since(state.since(), today);
    }

    private static String listed(List<String> names) {
        List<String> different = names.stream().distinct().toList();
        return switch (different.size()) {
            case 0 -> "en kallad enhet";
            case 1 -> different.get(0);
            case 2 -> different.get(0) + " och " + different.get(1);
            default -> different.get(0) + " och " + (different.size() - 1) + " till";
        };
    }

    private static String since(LocalDateTime since, LocalDate today) {
        if (since == null) {
            return "";
        }
        long days = Math.max(0, ChronoUnit.DAYS.between(since.toLocalDate(), today));
        return days == 0 ? " sedan i dag" : " i " + days(days);
    }

    private static String days(long days) {
        return days == 1 ? "1 dag" : days + " dagar";
    }
}
