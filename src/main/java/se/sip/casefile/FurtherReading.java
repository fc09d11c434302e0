package se.sip.casefile;

import se.sip.access.StaffDirectory.StaffMember;

/** A right to read a case besides what the unit convenes and what was disclosed to it. There may be several. */
public interface FurtherReading {

    /** Whether it lets the member read the whole case now. */
    boolean opens(StaffMember who, CaseFile caseFile);
}
