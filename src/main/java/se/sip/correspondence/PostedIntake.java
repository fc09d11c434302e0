package se.sip.correspondence;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.sip.engine.ProcessVariable;
import se.sip.tasklist.Faults;
import se.sip.tasklist.FormIntake;
import se.sip.tasklist.FormSituation;

/** Takes in that a letter is posted. The ground is asked again: a letter that is printed can still be held back. */
@Component
class PostedIntake implements FormIntake<PostedForm> {

    private final Settling settling;

    PostedIntake(Settling settling) {
        this.settling = settling;
    }

    @Override
    public String form() {
        return "posta";
    }

    @Override
    public Class<PostedForm> type() {
        return PostedForm.class;
    }

    @Override
    public void check(PostedForm form, FormSituation where, Faults faults) {
        Delivery delivery = settling.byKey(where.variables().text(ProcessVariable.DELIVERY));
        faults.addIf(form.postedOn() != null && form.postedOn().isAfter(where.today()), "postedOn",
                "Dagen kan inte ligga framåt i tiden.");
        faults.addIf(form.postedOn() != null && form.postedOn().isBefore(delivery.createdAt().toLocalDate()),
                "postedOn", "Brevet fanns inte den dagen. Ange en dag från " + delivery.createdAt().toLocalDate()
                        + ".");
        settling.hindrance(delivery).ifPresent(h -> faults.add("",
                "Brevet får inte postas: " + h.swedish() + ". Förstör utskriften."));
    }

    @Override
    public void accept(PostedForm form, FormSituation where) {
        settling.posted(settling.byKey(where.variables().text(ProcessVariable.DELIVERY)), form.postedOn(),
                form.postedBy());
    }

    @Override
    public Map<String, Object> choices(FormSituation where) {
        return settling.shown(settling.byKey(where.variables().text(ProcessVariable.DELIVERY)));
    }
}
