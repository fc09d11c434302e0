package se.sip.casefile;

import org.springframework.data.annotation.Id;

/** Vårdnadshavare. Each has an address and an answer of their own; none is asked for another. */
public record Guardian(
        @Id Long id,
        Long personId,
        String name,
        String idNumber,
        String address,
        String phone,
        Protection protection,
        String interpreterLanguage) {
}
