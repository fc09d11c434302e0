package se.sip.audit;

import java.util.List;
import java.util.Optional;

/** Knows cases whose records are gone: the log of them stays. */
public interface FormerCases {

    /** Numbers of a person's. @param idNumber as {@code IdNumber} writes it */
    List<String> of(String county, String idNumber);

    Optional<Former> find(String caseNumber);

    /** @param restricted whether the identity was protected */
    record Former(String caseNumber, String county, boolean restricted) {
    }
}
