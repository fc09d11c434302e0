package se.sip.protection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.NamedReaders;
import se.sip.engine.CaseProcesses;
import se.sip.engine.CaseProcesses.Offer;
import se.sip.unit.Unit;

/**
 * Whose the tasks of a case with protected identity are. The diagram names a unit, as ever; here the unit becomes its
 * named persons, and where none is named its managers, who name somebody. A task of the managers stays theirs. Called
 * for every task of every diagram, so that no diagram can leave it out.
 */
@Service
public class NamedTasks {

    private final NamedTaskRepository tasks;
    private final NamedReaders named;
    private final CaseFiles cases;
    private final CaseProcesses processes;

    NamedTasks(NamedTaskRepository tasks, NamedReaders named, CaseFiles cases, CaseProcesses processes) {
        this.tasks = tasks;
        this.named = named;
        this.cases = cases;
        this.processes = processes;
    }

    /**
     * Who may take a task of the case.
     *
     * @param groups as the diagram names them
     */
    public Offer offer(CaseFile caseFile, Set<String> groups) {
        return named.isRestricted(caseFile) ? amongNamed(caseFile, groups) : new Offer(groups, Set.of());
    }

    /** A task has come into being; the groups it would have been offered to are kept for when somebody else is named. */
    public void created(String taskId, Set<String> groups, CaseFile caseFile) {
        if (named.isRestricted(caseFile)) {
            groups.forEach(group -> tasks.save(new NamedTask(null, caseFile.number(), taskId, group)));
        }
    }

    /** Somebody was named or is so no longer, or the protection has changed: the open tasks follow. */
    public void offerAnew(String caseNumber) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        boolean restricted = named.isRestricted(caseFile);
        List<NamedTask> known = tasks.findByCaseNumber(caseNumber);
        processes.offerAnew(caseNumber, (task, offered) -> {
            Set<String> groups = known.stream().filter(t -> t.taskId().equals(task)).map(NamedTask::groupId)
                    .collect(Collectors.toSet());
            if (groups.isEmpty()) {
                groups = offered;
                if (restricted) {
                    groups.forEach(g -> tasks.save(new NamedTask(null, caseNumber, task, g)));
                }
            }
            return restricted ? amongNamed(caseFile, groups) : new Offer(groups, Set.of());
        });
    }

    /** The case has another convening unit: whoever was named for the former sees it no longer. */
    public void handedOver(String caseNumber, Unit from, Unit to) {
        CaseFile caseFile = cases.byNumber(caseNumber);
        if (!named.isRestricted(caseFile)) {
            return;
        }
        tasks.findByCaseNumber(caseNumber).forEach(task -> {
            if (task.groupId().equals(from.id())) {
                tasks.save(task.of(to.id()));
            } else if (task.groupId().equals(from.managerGroup())) {
                tasks.save(task.of(to.managerGroup()));
            }
        });
        named.endAll(caseFile, from.id());
        offerAnew(caseNumber);
    }

    /** Units that have a task in the case, or had one. */
    Set<String> unitsWithTasks(String caseNumber) {
        return tasks.findByCaseNumber(caseNumber).stream().map(NamedTask::groupId)
                .filter(g -> !g.endsWith(Unit.MANAGER_SUFFIX)).collect(Collectors.toSet());
    }

    private Offer amongNamed(CaseFile caseFile, Set<String> groups) {
        var toGroups = new LinkedHashSet<String>();
        var toUsers = new LinkedHashSet<String>();
        for (String group : groups) {
            Set<String> users = named.of(caseFile, group);
            if (group.endsWith(Unit.MANAGER_SUFFIX)) {
                toGroups.add(group);
            } else if (users.isEmpty()) {
                toGroups.add(group + Unit.MANAGER_SUFFIX);
            } else {
                toUsers.addAll(users);
            }
        }
        return new Offer(toGroups, toUsers);
    }
}
