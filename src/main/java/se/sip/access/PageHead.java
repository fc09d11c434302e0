package se.sip.access;

import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page's head shows of whoever is logged in: the name, and the apps their role opens. */
@Component
public class PageHead {

    private final Memberships memberships;
    private final Duration session;
    private final StaffDirectory directory;
    private final ObjectProvider<HeadLink> links;

    PageHead(Memberships memberships, @Value("${server.servlet.session.timeout:20m}") Duration session,
            StaffDirectory directory, ObjectProvider<HeadLink> links) {
        this.directory = directory;
        this.links = links;
        this.memberships = memberships;
        this.session = session;
    }

    /** Adds {@code user}, {@code staff}, {@code manager}, {@code operator} and {@code reviewer} for the template; nothing where nobody is logged in. */
    public void fill(Principal user, Model model) {
        if (user == null) {
            return;
        }
        var groups = memberships.groupsOf(user.getName());
        boolean operator = Role.OPERATOR.isAmong(groups);
        boolean staff = Role.CASEWORKER.isAmong(groups) || Role.COORDINATOR.isAmong(groups);
        model.addAttribute("sessionSeconds", session.toSeconds());
        model.addAttribute("user", user.getName());
        model.addAttribute("staff", staff);
        model.addAttribute("manager", Role.MANAGER.isAmong(groups));
        model.addAttribute("links", directory.current().map(me -> links.orderedStream().filter(l -> l.isFor(me)).toList())
                .orElse(List.of()));
        model.addAttribute("operator", operator);
        model.addAttribute("countyAdmin", Role.COUNTY_ADMIN.isAmong(groups));
        model.addAttribute("reviewer", Role.REVIEWER.isAmong(groups));
    }
}
