package se.sip.casepage;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffNames;
import se.sip.engine.CaseTasks;
import se.sip.engine.CaseTasks.CaseTask;
import se.sip.tasklist.TaskSubjects;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** The open tasks of a case: what each is about, whom it waits for, and until when. */
@Component
class TaskLines {

    private final CaseTasks tasks;
    private final TaskSubjects subjects;
    private final StaffNames names;
    private final UnitRepository units;

    TaskLines(CaseTasks tasks, TaskSubjects subjects, StaffNames names, UnitRepository units) {
        this.tasks = tasks;
        this.subjects = subjects;
        this.names = names;
        this.units = units;
    }

    /** @param whole whether the reader sees every task, not only what waits for the own units */
    List<CaseSheet.TaskLine> of(StaffMember reader, String number, boolean whole) {
        List<CaseTask> open = tasks.of(List.of(number)).getOrDefault(number, List.of()).stream()
                .filter(t -> whole || mine(reader, t)).toList();
        Map<String, String> about = subjects.of(open.stream().map(CaseTask::id).toList());
        return open.stream().map(t -> new CaseSheet.TaskLine(t.id(),
                about.containsKey(t.id()) ? t.name() + ": " + about.get(t.id()) : t.name(), waitsFor(t), t.due(),
                mine(reader, t))).toList();
    }

    private static boolean mine(StaffMember reader, CaseTask task) {
        return task.groups().stream().anyMatch(reader.groups()::contains)
                || task.users().contains(reader.userId()) || reader.userId().equals(task.assignee());
    }

    private String waitsFor(CaseTask task) {
        return String.join(", ", new TreeSet<>(Stream.concat(
                task.groups().stream().map(this::groupName), task.users().stream().map(names::of)).toList()));
    }

    private String groupName(String group) {
        return group.endsWith(Unit.MANAGER_SUFFIX)
                ? unitName(group.substring(0, group.length() - Unit.MANAGER_SUFFIX.length())) + ", chef"
                : unitName(group);
    }

    private String unitName(String id) {
        return units.findById(id).map(Unit::name).orElse(id);
    }
}
