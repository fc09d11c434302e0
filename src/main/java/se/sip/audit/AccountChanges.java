package se.sip.audit;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.sip.access.AccountChanged;

/** Notes what a länsadmin changes of who may do what. */
@Component("notedAccountChanges")
class AccountChanges {

    private final AuditChains chains;

    AccountChanges(AuditChains chains) {
        this.chains = chains;
    }

    @EventListener
    void changed(AccountChanged change) {
        chains.append(List.of(AuditLine.of(AuditChains.NO_CASE, AuditAction.CHANGED, AuditSubject.ACCOUNT,
                change.userId() + ": " + String.join(", ", change.groups()))));
    }
}
