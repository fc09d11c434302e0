package se.sip.correspondence;

import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import se.sip.access.PageHead;
import se.sip.access.StaffDirectory.StaffMember;
import se.sip.access.StaffDirectory;

/** The page that a mail's link leads to: a member of the unit acknowledges what the unit got. */
@Controller
class ReceiptPageController {

    private final Receipts receipts;
    private final Outbox outbox;
    private final AddressBook addresses;
    private final StaffDirectory staff;
    private final PageHead head;

    ReceiptPageController(Receipts receipts, Outbox outbox, AddressBook addresses, StaffDirectory staff,
            PageHead head) {
        this.receipts = receipts;
        this.outbox = outbox;
        this.addresses = addresses;
        this.staff = staff;
        this.head = head;
    }

    @GetMapping("/kvittens/{id}")
    String show(Principal user, Model model, @PathVariable long id) {
        Delivery delivery = theirs(id);
        head.fill(user, model);
        model.addAttribute("id", id);
        model.addAttribute("caseNumber", delivery.caseNumber());
        model.addAttribute("what", delivery.purpose().swedish());
        model.addAttribute("unit", addresses.nameOf(delivery.caseNumber(), delivery.addressee()));
        model.addAttribute("way", delivery.way().swedish());
        model.addAttribute("sentOn", delivery.sentAt() == null ? null : delivery.sentAt().toLocalDate());
        model.addAttribute("acknowledgedOn", delivery.acknowledgedAt() == null ? null
                : delivery.acknowledgedAt().toLocalDate());
        return "kvittens";
    }

    @PostMapping("/kvittens/{id}")
    String acknowledge(@PathVariable long id) {
        outbox.acknowledge(theirs(id).id(), me().userId());
        return "redirect:/kvittens/" + id;
    }

    private Delivery theirs(long id) {
        return receipts.forStaff(id, me()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private StaffMember me() {
        return staff.current().orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
