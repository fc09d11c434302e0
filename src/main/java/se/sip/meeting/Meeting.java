package se.sip.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import lombok.With;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;

/**
 * A meeting of a case, as booked and, once held, as it was.
 *
 * @param changeReason why it was last moved or cancelled
 * @param planAgreed the family's answer at the meeting to whether a plan is made; null where it was not asked there
 */
@With
public record Meeting(
        @Id Long id,
        String caseNumber,
        Occasion occasion,
        Status status,
        LocalDateTime startsAt,
        LocalDateTime endsAt,
        String place,
        MeetingForm form,
        String digitalPreparation,
        String documenter,
        String purpose,
        String longTermGoal,
        String questions,
        String changeReason,
        LocalDateTime heldFrom,
        LocalDateTime heldTo,
        String othersPresent,
        Boolean personTookPart,
        String personAbsentWhy,
        String personHeardHow,
        GuardianPart guardianPart,
        String guardianPartNote,
        Boolean allPrepared,
        String unpreparedNote,
        Boolean planAgreed,
        @MappedCollection(idColumn = "meeting", keyColumn = "meeting_key") List<Attendance> attendance) {

    /** Which meeting of the process it is. */
    public enum Occasion {
        /** The meeting where the plan is made. */
        PLANNING,
        /** A meeting where the plan is followed up (VGU-149). */
        FOLLOW_UP
    }

    /** At most one meeting of a case is booked at a time. */
    public enum Status {
        BOOKED,
        CANCELLED,
        HELD
    }

    static Meeting booked(Long id, String caseNumber, Occasion occasion, Booking booking) {
        return new Meeting(id, caseNumber, occasion, Status.BOOKED, booking.startsAt(), booking.endsAt(),
                booking.place(), booking.form(), booking.digitalPreparation(), booking.documenter(),
                booking.purpose(), booking.longTermGoal(), booking.questions(), null, null, null, null, null, null,
                null, null, null, null, null, null, List.of());
    }

    /** The meeting as it would be, before it is booked. */
    public static Meeting planned(String caseNumber, Occasion occasion, Booking booking) {
        return booked(null, caseNumber, occasion, booking);
    }

    Meeting moved(LocalDateTime newStart, LocalDateTime newEnd, String reason) {
        return withStartsAt(newStart).withEndsAt(newEnd).withChangeReason(reason);
    }

    Meeting cancelled(String reason) {
        return withStatus(Status.CANCELLED).withChangeReason(reason);
    }

    Meeting held(Held held) {
        return withStatus(Status.HELD).withHeldFrom(held.from()).withHeldTo(held.to())
                .withDocumenter(held.documenter() == null ? documenter : held.documenter())
                .withOthersPresent(held.othersPresent()).withAllPrepared(held.allPrepared())
                .withUnpreparedNote(held.unpreparedNote())
                .withAttendance(held.attendance()).withPersonTookPart(held.personTookPart())
                .withPersonAbsentWhy(held.personAbsentWhy()).withPersonHeardHow(held.personHeardHow())
                .withGuardianPart(held.guardianPart()).withGuardianPartNote(held.guardianPartNote())
                .withPlanAgreed(held.planAgreed());
    }

    /** The row of a party that came, with mandate to promise for it. */
    public Optional<Attendance> confirmerOf(String party) {
        return attendance.stream().filter(a -> a.canConfirm() && a.party().equals(party)).findFirst();
    }
}
