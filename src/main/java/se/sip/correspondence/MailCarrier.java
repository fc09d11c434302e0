package se.sip.correspondence;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * E-mail to a unit's functional mailbox. It may be read by many and lie in many places: case number, what to do, by
 * when and a link, never a word about whom.
 */
@Component
class MailCarrier implements Carrier {

    private final MailPost post;
    private final AddressBook addresses;
    private final MeetingCalendar calendar;
    private final CalendarEntries entry;
    private final String address;

    MailCarrier(MailPost post, AddressBook addresses, MeetingCalendar calendar, CalendarEntries entry,
            @Value("${sip.base-url:http://localhost:8080}") String address) {
        this.post = post;
        this.addresses = addresses;
        this.calendar = calendar;
        this.entry = entry;
        this.address = address.replaceFirst("/+$", "");
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public Ready prepare(Delivery delivery) throws NotSentException {
        String mailbox = addresses.mailboxOf(delivery.addressee());
        if (mailbox == null || mailbox.isBlank()) {
            throw new NotSentException(Failure.NO_ADDRESS);
        }
        var mail = new MailPost.Mail(mailbox, subject(delivery), text(delivery), "leverans-" + delivery.id(),
                calendarFor(delivery, mailbox));
        return () -> post.send(mail);
    }

    private MailPost.Mail.Invite calendarFor(Delivery delivery, String mailbox) {
        return switch (delivery.purpose()) {
            case TASK_WAITS, MEETING_TIME, FOLLOW_UP_BOOKED -> calendar.request(delivery.caseNumber(), mailbox).orElse(null);
            case MEETING_CHANGED -> entry.isKnownAndCovered(delivery)
                    ? calendar.request(delivery.caseNumber(), mailbox).orElse(null) : null;
            case MEETING_CANCELLED -> entry.isKnown(delivery)
                    ? calendar.cancel(delivery.caseNumber(), mailbox).orElse(null) : null;
            case NOT_CONCERNED -> entry.isKnown(delivery)
                    ? calendar.withdraw(delivery.caseNumber(), mailbox).orElse(null) : null;
            default -> null;
        };
    }

    static String subject(Delivery delivery) {
        return delivery.caseNumber() + ": " + delivery.purpose().swedish();
    }

    private String text(Delivery delivery) {
        var text = new StringBuilder("Ärende ").append(delivery.caseNumber()).append("\n\n")
                .append(delivery.purpose().whatToDo()).append('\n');
        if (delivery.answerBy() != null) {
            text.append("Senast ").append(delivery.answerBy().format(java.time.format.DateTimeFormatter
                    .ofPattern("d MMMM yyyy", Locale.forLanguageTag("sv-SE")))).append(".\n");
        }
        Receipts.keyOf(delivery).ifPresent(key -> text.append("\nKvittera när ni har läst: ").append(address)
                .append("/kvittens/").append(key).append('\n'));
        if (delivery.addressee().readsHere()) {
            text.append("\nÖppna: ").append(address).append("/arenden")
                    .append(delivery.purpose().opensCase() ? "/" + delivery.caseNumber() : "").append('\n');
        }
        return text.append("\nMeddelandet skickas av systemet för SIP och innehåller med avsikt inga personuppgifter. "
                        + "Svara inte på det.\n").toString();
    }
}
