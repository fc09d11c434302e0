package se.sip.access;

import se.sip.access.StaffDirectory.StaffMember;

/** A page that only some find in every page's head, such as what a county has and others have not. */
public interface HeadLink {

    /** Where it is, as {@code /ledningsgrupp}. */
    String address();

    /** What it is called, in Swedish. */
    String name();

    boolean isFor(StaffMember reader);
}
