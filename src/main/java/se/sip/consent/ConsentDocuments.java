package se.sip.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.sip.casefile.CaseFile;
import se.sip.casefile.CaseFiles;
import se.sip.casefile.Participant;
import se.sip.casefile.Person;
import se.sip.correspondence.document.ConsentPaper;
import se.sip.correspondence.document.Discretion;
import se.sip.correspondence.document.DocumentKind;
import se.sip.correspondence.document.DocumentSource;
import se.sip.correspondence.document.Documents;
import se.sip.correspondence.document.InformationPaper;
import se.sip.correspondence.document.Paper;
import se.sip.correspondence.document.Swedish;

/** The consent to sign, and what SIP is, for the family and for the child (VGU-61, VGU-43). */
@Component
class ConsentDocuments implements DocumentSource {

    private final Consents consents;
    private final CaseFiles cases;
    private final Discretion discretion;
    private final Clock clock;

    ConsentDocuments(Consents consents, CaseFiles cases, Discretion discretion, Clock clock) {
        this.consents = consents;
        this.cases = cases;
        this.discretion = discretion;
        this.clock = clock;
    }

    @Override
    public Set<DocumentKind> kinds() {
        return EnumSet.of(DocumentKind.CONSENT, DocumentKind.INFORMATION, DocumentKind.INFORMATION_CHILD);
    }

    @Override
    public Optional<Paper> paper(String caseNumber, DocumentKind kind, String subject, Documents.Reader reader) {
        return Optional.of(kind == DocumentKind.CONSENT ? consent(caseNumber) : new InformationPaper());
    }

    private ConsentPaper consent(String number) {
        Optional<Consent> written = consents.newest(number);
        List<Participant> standing = consents.standing(number);
        return new ConsentPaper(
                standing.stream().filter(p -> written.isEmpty() || written.get().recipients().stream()
                        .noneMatch(r -> r.participantId().equals(p.id()) && !r.included()))
                        .map(p -> discretion.party(number, p.unitId(), p.name())).toList(),
                written.map(c -> c.texts(ConsentTerm.Kind.EXCLUDED_PARTY)).orElse(List.of()),
                written.map(c -> c.texts(ConsentTerm.Kind.INFORMATION)).orElse(List.of()),
                written.map(c -> c.texts(ConsentTerm.Kind.EXCLUDED_TOPIC)).orElse(List.of()),
                written.map(Consent::validUntil).map(Swedish::day).orElse(null), signers(number));
    }

    /** Each answers for themselves. */
    private List<String> signers(String number) {
        CaseFile caseFile = cases.byNumber(number);
        Person person = cases.personOf(caseFile);
        var signers = new ArrayList<String>();
        boolean adult = person.isAdultOn(LocalDate.now(clock));
        signers.add((adult ? "" : "Barnet eller den unge: ") + person.name());
        if (!adult) {
            cases.guardiansOf(caseFile).forEach(g -> signers.add("Vårdnadshavare: " + g.name()));
        }
        return signers;
    }
}
