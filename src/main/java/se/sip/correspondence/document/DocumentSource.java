package se.sip.correspondence.document;

import java.util.Optional;
import java.util.Set;

/** The part of the field that knows what a kind of document says. */
public interface DocumentSource {

    Set<DocumentKind> kinds();

    /**
     * @param subject key of what it is about: {@code kallelse:12}
     * @param reader whom it is made for; what is withheld from that reader is not in it, nor that anything is
     * @return empty where there is nothing to say, such as a plan that is not written
     */
    Optional<Paper> paper(String caseNumber, DocumentKind kind, String subject, Documents.Reader reader);
}
