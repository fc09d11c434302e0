package se.sip.correspondence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Guardian;
import se.sip.casefile.Person;
import se.sip.casefile.ToldGuardians;
import se.sip.consent.Consents;

/** Whom of the family a letter is addressed to; each gets one of their own (VGV-20). */
@Component
public class Family {

    /** From 15 a youth has a say of their own in matters of social services and gets letters of their own. */
    private static final int OWN_SAY = 15;

    private final CaseFiles cases;
    private final ToldGuardians told;
    private final Consents consents;
    private final Clock clock;

    Family(CaseFiles cases, ToldGuardians told, Consents consents, Clock clock) {
        this.cases = cases;
        this.told = told;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * The guardians of one who is not of age, but those who are to be told nothing; and the person who is 15 or decides
     * alone (HAL-56), or whose guardians are all left out.
     */
    public List<Addressee> writtenTo(CaseFile caseFile) {
        Person person = cases.personOf(caseFile);
        LocalDate today = LocalDate.now(clock);
        List<Guardian> guardians = person.isAdultOn(today) ? List.of() : told.of(caseFile);
        var family = new ArrayList<Addressee>();
        if (person.ageOn(today) >= OWN_SAY || guardians.isEmpty() || consents.isMature(caseFile.number())) {
            family.add(Addressee.person());
        }
        guardians.forEach(g -> family.add(Addressee.guardian(g.id())));
        return family;
    }
}
