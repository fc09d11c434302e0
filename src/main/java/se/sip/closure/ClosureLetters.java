package se.sip.closure;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.casefile.Codes;
import se.sip.casefile.EndKind;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Order;
import se.sip.correspondence.Purpose;
import se.sip.correspondence.Way;
import se.sip.plan.Plans;

/** The written notice of an ending: denied, not needed, never came to a plan, or over, each with where to turn. */
@Component
class ClosureLetters {

    private final Closures closures;
    private final Plans plans;

    ClosureLetters(Closures closures, Plans plans) {
        this.closures = closures;
        this.plans = plans;
    }

    /** A letter to each. Only the family is told why a request was denied or a SIP is not needed. */
    List<Order> to(String caseNumber, Collection<Notice> notices) {
        Closure closure = closures.latest(caseNumber).orElseThrow();
        return notices.stream().map(n -> Order.of(caseNumber, purpose(caseNumber, n.recipient(), closure.endKind()),
                n.recipient(),
                "avslut:" + closure.id(), "1", Way.LETTER).withClauses(Codes.of(List.of("VGU-160", "VGU-162", "HAL-124",
                        "HAL-127", "BOR-76"))).withWhy("Beskedet ges med brev.")).toList();
    }

    Purpose purpose(String caseNumber, Addressee to, EndKind kind) {
        if (!to.isFamily()) {
            return withoutReason(caseNumber);
        }
        return switch (kind) {
            case DENIED -> Purpose.DENIAL;
            case SIP_NOT_NEEDED, NO_SIP_DUE -> Purpose.NOT_NEEDED;
            default -> withoutReason(caseNumber);
        };
    }

    private Purpose withoutReason(String caseNumber) {
        return plans.versions(caseNumber).stream().anyMatch(p -> p.versionNo() > 0) ? Purpose.CLOSED : Purpose.NO_SIP;
    }
}
