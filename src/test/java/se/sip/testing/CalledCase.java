package se.sip.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Journey.BUP;
import static se.sip.testing.Journey.SCHOOL;
import static se.sip.testing.Journey.SOCIAL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;
import se.sip.casefile.Codes;
import se.sip.casefile.Participant;
import se.sip.casefile.ParticipantRepository;
import se.sip.unit.Principal;
import se.sip.unit.UnitKind;
import se.sip.unit.UnitRepository;

/** Cases with more recipients than Alva's, each for a person of its own. */
@TestComponent
public class CalledCase {

    public static final String HEALTH_CENTRE = "vgr-1490-vc-centrum";
    public static final String DISABILITY = "vgr-1490-lss";
    public static final String INTAKE = "vgr-1490-mottagning";
    public static final String MUNICIPAL_HEALTH = "vgr-1490-hsv";
    public static final String WITHOUT_LOGIN = "vgr-1490-friskolan-tallen";

    private static final AtomicInteger PERSONS = new AtomicInteger(100);

    private final CaseDriver sip;
    private final Journey journey;
    private final ParticipantRepository participants;
    private final UnitRepository units;
    private final TaskService tasks;

    CalledCase(CaseDriver sip, Journey journey, ParticipantRepository participants, UnitRepository units,
            TaskService tasks) {
        this.sip = sip;
        this.units = units;
        this.journey = journey;
        this.participants = participants;
        this.tasks = tasks;
    }

    /** An invented person born 2014, with the right check digit. */
    public static String person() {
        String digits = "140917" + PERSONS.getAndIncrement();
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return "20140917-" + digits.substring(6) + (10 - sum % 10) % 10;
    }

    /** Consent is given for the units: the invitations wait to be written. */
    public String toDispatch(String... units) {
        String number = toConsent(units);
        consent(number);
        return number;
    }

    public String toConsent(String... units) {
        String number = journey.toPreparation(person());
        sip.today("2026-03-04");
        sip.fill(number, "forbered", with(Journey.forbered(), "needs", needs(units)));
        int proposed = participants.findByCaseNumberOrderById(number).size();
        sip.fill(number, "enheter", Map.of("proposals", Collections.nCopies(proposed, Map.of("keep", true))));
        return number;
    }

    /** Somebody of the family's choice, without duty and without login (VGV-09). */
    public Participant guest(String number) {
        return participants.save(new Participant(null, number, null, "Farmor Karin", Principal.OTHER,
                UnitKind.RELATIVE, null, null, "Stöd", true, Participant.Duty.INVITED, "CHOSEN_BY_FAMILY", Codes.NONE,
                Participant.Status.CONFIRMED));
    }

    /** A unit that is wanted after the invitations have gone out. */
    public Participant late(String number, String unitId) {
        var unit = units.findById(unitId).orElseThrow();
        return participants.save(new Participant(null, number, unitId, unit.name(), unit.principal(), unit.kind(),
                null, null, "Läkarbedömning", true, Participant.Duty.CALLED, "KNOWN_THERE", Codes.NONE,
                Participant.Status.CONFIRMED));
    }

    /** Both guardians and the child say yes to everyone who is to take part. */
    public void consent(String number) {
        sip.today("2026-03-05");
        journey.convener();
        sip.fill(number, "samtycke", with(Journey.samtycke(), "recipients",
                Collections.nCopies(confirmed(number).size(), Map.of("included", true))));
    }

    /** Invitations are out, and their answers awaited. */
    public String toAnswers(String... units) {
        String number = toDispatch(units);
        dispatch(number);
        return number;
    }

    public void dispatch(String number) {
        sip.today("2026-03-06");
        journey.convener();
        sip.fill(number, "kallelse", invitation(number));
        sip.runJobs();
    }

    public Map<String, Object> invitation(String number) {
        return Journey.kallelse(sip.known(sip.onlyTask(number, "kallelse"), "kallelse"));
    }

    /** The one open answer of a unit. */
    public Task answerOf(String number, String group) {
        List<Task> of = sip.tasksWith(number, "svar").stream().filter(t -> groups(t).contains(group)).toList();
        assertThat(of).as("answers awaited from %s in %s", group, number).hasSize(1);
        return of.get(0);
    }

    public List<String> groups(Task task) {
        sip.asSystem();
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).toList();
    }

    public void answer(String number, String unit, Map<String, Object> content) {
        Task task = answerOf(number, unit);
        sip.as("kollega", unit);
        sip.fill(task, "svar", content);
        sip.runJobs();
    }

    public void duty(String number, String unitId, Participant.Duty duty) {
        confirmed(number).stream().filter(p -> unitId.equals(p.unitId()))
                .forEach(p -> participants.save(p.withDuty(duty)));
    }

    public List<Participant> confirmed(String number) {
        return participants.findByCaseNumberAndStatusOrderById(number, Participant.Status.CONFIRMED);
    }

    private static List<Map<String, Object>> needs(String... units) {
        var needs = new ArrayList<Map<String, Object>>();
        needs.add(need("SCHOOL", SCHOOL));
        for (String unit : units) {
            needs.add(need(switch (unit) {
                case SOCIAL -> "SOCIAL_SERVICES";
                case BUP -> "CHILD_PSYCHIATRY";
                case HEALTH_CENTRE -> "HEALTH_CENTRE";
                case DISABILITY -> "DISABILITY_SERVICES";
                case WITHOUT_LOGIN -> "INDEPENDENT_SCHOOL";
                case INTAKE -> "SOCIAL_INTAKE";
                default -> throw new IllegalArgumentException(unit);
            }, unit));
        }
        return needs;
    }

    private static Map<String, Object> need(String kind, String unit) {
        var need = new LinkedHashMap<String, Object>();
        need.put("kind", kind);
        need.put("need", "Behövs");
        need.put("knownThere", true);
        need.put("unitId", unit);
        return need;
    }

    /** A form of the answer with its fields. */
    public static Map<String, Object> form(Object... fieldsAndValues) {
        var form = new LinkedHashMap<String, Object>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            form.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return form;
    }

    public static Map<String, Object> recipients(Map<String, Object> invitation, Map<String, Object> changed) {
        var rows = new ArrayList<Map<String, Object>>();
        for (Object row : (List<?>) invitation.get("recipients")) {
            @SuppressWarnings("unchecked")
            var copy = new LinkedHashMap<>((Map<String, Object>) row);
            copy.putAll(changed);
            rows.add(copy);
        }
        return FormContent.with(invitation, "recipients", rows);
    }
}
