package se.sip.invitation;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.correspondence.Addressee;
import se.sip.correspondence.Previews;
import se.sip.correspondence.Purpose;
import se.sip.meeting.Meeting;
import se.sip.tasklist.FormSheets.Sheet;

/** Shows the letters that a moved or cancelled meeting leads to, before it is moved or cancelled. */
@Component
public class MeetingChangeSheets {

    private final CallLetters letters;
    private final InvitationDocuments documents;
    private final Previews previews;

    MeetingChangeSheets(CallLetters letters, InvitationDocuments documents, Previews previews) {
        this.letters = letters;
        this.documents = documents;
        this.previews = previews;
    }

    /**
     * @param purpose {@code MEETING_CHANGED} or {@code MEETING_CANCELLED}
     * @param meeting as it will be
     * @param told everybody who will learn of it
     */
    public List<Sheet> of(Purpose purpose, Meeting meeting, Collection<Addressee> told) {
        return letters.changeOrders(meeting.caseNumber(), purpose, "preview", told).stream()
                .map(order -> previews.of(order, () -> documents.change(meeting))).toList();
    }
}
