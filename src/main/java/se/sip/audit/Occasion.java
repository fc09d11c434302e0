package se.sip.audit;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Why somebody was there: told by the way they came. */
enum Occasion {
    TASK("Uppgift"),
    CASE("Ärendets sida"),
    LIST("Lista"),
    SEARCH("Sökning"),
    EMERGENCY("Nödåtkomst"),
    REVIEW("Granskning"),
    IT_SERVICE("IT-tjänst"),
    /** A timer or another job. */
    SYSTEM("Systemet");

    private final String swedish;

    Occasion(String swedish) {
        this.swedish = swedish;
    }

    String swedish() {
        return swedish;
    }

    /** By the address that is being answered. */
    static Occasion now() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web)) {
            return SYSTEM;
        }
        String path = web.getRequest().getServletPath()
                + (web.getRequest().getPathInfo() == null ? "" : web.getRequest().getPathInfo());
        if (path.startsWith("/logg")) {
            return REVIEW;
        }
        if (path.startsWith("/api/tasks") || path.startsWith("/api/processes") || path.startsWith("/camunda/")
                || path.contains("/uppgift/")) {
            return TASK;
        }
        if (path.endsWith("/sok") || path.endsWith("/search")) {
            return SEARCH;
        }
        if (path.startsWith("/api/it-service")) {
            return IT_SERVICE;
        }
        return path.equals("/arenden") || path.equals("/api/cases") || path.endsWith("/cards") ? LIST : CASE;
    }
}
