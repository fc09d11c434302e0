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

    /** The same person as another row says: by number where both have one, else by name. */
    boolean isSameAs(Guardian other) {
        return idNumber != null && other.idNumber != null ? idNumber.equals(other.idNumber) : name.equals(other.name);
    }

    public boolean isProtected() {
        return protection != Protection.NONE;
    }
}
