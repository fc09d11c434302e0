package se.sip.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Start page and login. Both are open, and show nothing of any case. */
@Controller
class StartPageController {

    private final List<StartPageContent> contents;
    private final PageHead head;
    private final boolean byProvider;

    StartPageController(List<StartPageContent> contents, PageHead head,
            ObjectProvider<ClientRegistrationRepository> providers) {
        this.contents = contents;
        this.head = head;
        this.byProvider = providers.getIfAvailable() != null;
    }

    @GetMapping("/")
    String start(Principal user, Model model) {
        fill(user, model);
        return "start";
    }

    @GetMapping("/login")
    String login(Principal user, HttpServletRequest request, Model model) {
        HttpSession session = request.getSession(false);
        if (request.getParameter("utloggad") != null) {
            LogoutAtProviderLater.done(session);
        }
        String elsewhere = LogoutAtProviderLater.waitingIn(session);
        if (elsewhere != null) {
            return "redirect:" + elsewhere;
        }
        fill(user, model);
        model.addAttribute("byProvider", byProvider);
        return "login";
    }

    /** The web apps' own start page has nothing that this one lacks. */
    @GetMapping({"/camunda", "/camunda/"})
    String webApps() {
        return "redirect:/";
    }

    private void fill(Principal user, Model model) {
        contents.forEach(content -> model.addAllAttributes(content.values()));
        head.fill(user, model);
    }
}
