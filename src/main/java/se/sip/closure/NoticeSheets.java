package se.sip.closure;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.correspondence.AddressBook;
import se.sip.correspondence.Addressee;
import se.sip.county.CountyClauses;
import se.sip.tasklist.FormSheets.Sheet;
import se.sip.unit.Unit;
import se.sip.unit.UnitRepository;

/** Shows who will be told what by notices, before they are told. A notice has no document. */
@Component
public class NoticeSheets {

    private final AddressBook addresses;
    private final UnitRepository units;
    private final CountyClauses clauses;

    NoticeSheets(AddressBook addresses, UnitRepository units, CountyClauses clauses) {
        this.addresses = addresses;
        this.units = units;
        this.clauses = clauses;
    }

    /**
     * @param caseNumber null where the case is opened by what is to be told
     * @param why why these recipients, in Swedish
     * @param grounds clause ids; another county's are left out
     */
    public List<Sheet> of(String county, String caseNumber, NoticeKind kind, Collection<Addressee> to, String why,
            String... grounds) {
        return new LinkedHashSet<>(to).stream().map(one -> new Sheet(addresses.nameOf(caseNumber, one),
                kind.swedish().replaceFirst("\\.$", ""), way(one), why, clauses.of(county, List.of(grounds)), null)).toList();
    }

    private String way(Addressee to) {
        if (!to.readsHere()) {
            return "Berättas av den som sammankallar";
        }
        return units.findById(to.key()).map(Unit::email).filter(m -> !m.isBlank()).isPresent()
                ? "E-post utan personuppgifter, och här under Mina ärenden" : "Här under Mina ärenden";
    }
}
