package se.sip.discharge;

import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import se.sip.casefile.Codes;

/** Information handed over at discharge, with the recorded secrecy check (LUS 3:2). */
record InformationTransfer(
        @Id Long id, String caseNumber, LocalDateTime sentAt, String what, String secrecyBy, String secrecyNote,
        Codes withheldFrom, boolean late, String lateReason) {
}
