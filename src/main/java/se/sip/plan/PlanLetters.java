package se.sip.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Codes;
import se.sip.casefile.Person;
import se.sip.casefile.ToldGuardians;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Order;
import se.sip.correspondence.Outbox;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.meeting.Parties;
import se.sip.meeting.Party;
import se.sip.plan.PlanVersion.FamilyCopy;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Orders the final plan to be sent: to each party as the county's rule on copies says, and to the family. */
@Component
class PlanLetters {

    private final Outbox outbox;
    private final Parties parties;
    private final UnitRepository units;
    private final CaseFiles cases;
    private final ToldGuardians told;
    private final Clock clock;

    PlanLetters(Outbox outbox, Parties parties, UnitRepository units, CaseFiles cases, ToldGuardians told, Clock clock) {
        this.outbox = outbox;
        this.parties = parties;
        this.units = units;
        this.cases = cases;
        this.told = told;
        this.clock = clock;
    }

    void send(PlanVersion plan) {
        Purpose purpose = plan.versionNo() > 1 ? Purpose.PLAN_REVISED : Purpose.PLAN;
        for (Copy copy : copies(plan)) {
            outbox.send(Order.of(plan.caseNumber(), purpose, copy.addressee(), PlanDocuments.subjectOf(plan),
                    String.valueOf(plan.versionNo()), copy.ways().toArray(Way[]::new))
                    .withParticipantId(copy.participantId()).withClauses(Codes.of(copy.clauses()))
                    .withWhy(copy.why()));
        }
    }

    /** Who gets the plan which way, and why. */
    record Copy(Addressee addressee, String name, Long participantId, List<Way> ways, List<String> clauses,
            String why) {
    }

    /** A party that uses the IT service reads it there; who gets a printout gets a letter; a login gets a mail. */
    List<Copy> copies(PlanVersion plan) {
        Set<String> printed = plan.copies().stream().map(PlanVersion.Copy::party).collect(Collectors.toSet());
        var copies = new ArrayList<Copy>();
        for (Party party : parties.of(plan.caseNumber())) {
            Unit unit = party.unitId() == null ? null : units.findById(party.unitId()).orElse(null);
            if (party.participantId() == null) {
                continue;
            }
            Addressee to = unit == null ? Addressee.outside(party.participantId()) : Addressee.unit(unit.id());
            if (unit != null && unit.itService()) {
                copies.add(new Copy(to, party.name(), party.participantId(), List.of(Way.IT_SERVICE, Way.LETTER),
                        List.of("VGU-118", "HAL-99"), "Mottagaren har IT-tjänsten."));
            } else if (printed.contains(party.key())) {
                copies.add(new Copy(to, party.name(), party.participantId(), List.of(Way.LETTER),
                        List.of("VGU-140", "BOR-68", "HAL-110"), "Mottagaren får en utskrift enligt länets regel."));
            } else if (unit != null && unit.hasLogin() && unit.email() != null && !unit.email().isBlank()) {
                copies.add(new Copy(to, party.name(), party.participantId(), List.of(Way.MAIL), List.of("PRODUKT"),
                        "Mottagaren läser planen här."));
            }
        }
        if (plan.familyCopy() == FamilyCopy.BY_POST) {
            copies.addAll(family(plan));
        }
        return copies;
    }

    private List<Copy> family(PlanVersion plan) {
        CaseFile caseFile = cases.byNumber(plan.caseNumber());
        Person person = cases.personOf(caseFile);
        var family = new ArrayList<Copy>();
        family.add(ofFamily(Addressee.person(), person.name()));
        if (!person.isAdultOn(LocalDate.now(clock))) {
            told.of(caseFile).forEach(g -> family.add(ofFamily(Addressee.guardian(g.id()), g.name())));
        }
        return family;
    }

    private static Copy ofFamily(Addressee to, String name) {
        return new Copy(to, name, null, List.of(Way.LETTER), List.of("VGU-140", "VGV-20"),
                "Den det gäller får alltid planen, här med post.");
    }
}
