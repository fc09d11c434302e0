package se.sip.followup;

import java.util.List;
import org.springframework.stereotype.Component;
import se.sip.correspondence.Previews;
import se.sip.correspondence.Purpose;
import se.sip.meeting.Meeting;
import se.sip.meeting.Party;
import se.sip.plan.PlanVersion;
import se.sip.plan.Plans;
import se.sip.tasklist.FormSheets;
import se.sip.tasklist.FormSituation;

/** What {@code forms/kalla_uppfoljning.html} will send. */
@Component
class CallFollowUpSheets implements FormSheets<CallFollowUpForm> {

    private final CallFollowUpIntake intake;
    private final FollowUpLetters letters;
    private final FollowUpDocuments papers;
    private final Previews previews;
    private final Plans plans;

    CallFollowUpSheets(CallFollowUpIntake intake, FollowUpLetters letters, FollowUpDocuments papers,
            Previews previews, Plans plans) {
        this.intake = intake;
        this.letters = letters;
        this.papers = papers;
        this.previews = previews;
        this.plans = plans;
    }

    @Override
    public String form() {
        return "kalla_uppfoljning";
    }

    @Override
    public List<Sheet> of(CallFollowUpForm form, FormSituation where) {
        String number = where.caseNumber();
        PlanVersion plan = plans.current(number).orElseThrow();
        Meeting meeting = Meeting.planned(number, Meeting.Occasion.FOLLOW_UP, intake.booking(form, number, plan));
        List<Party> called = letters.called(number, form.invited());
        return letters.calls(number, "preview", form.invited()).stream().map(order -> previews.of(order,
                () -> papers.call(meeting, called, order.purpose() != Purpose.FOLLOW_UP_INVITATION))).toList();
    }
}
