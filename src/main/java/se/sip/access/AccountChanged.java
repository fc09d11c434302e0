package se.sip.access;

import java.util.List;

/** A länsadmin has changed what somebody may do. @param groups roles, units and managers' groups they have now */
public record AccountChanged(String userId, List<String> groups) {
}
