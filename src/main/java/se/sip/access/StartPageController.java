package se.sip.access;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Start page and login. Both are open, and show nothing of any case. */
@Controller
class StartPageController {

    private final List<StartPageContent> contents;
    private final PageHead head;

    StartPageController(List<StartPageContent> contents, PageHead head) {
        this.contents = contents;
        this.head = head;
    }

    @GetMapping("/")
    String start(Principal user, Model model) {
        fill(user, model);
        return "start";
    }

    @GetMapping("/login")
    String login(Principal user, Model model) {
        fill(user, model);
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
