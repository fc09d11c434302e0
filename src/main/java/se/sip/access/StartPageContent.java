package se.sip.access;

import java.util.Map;

/** What a profile adds to the start page: its accounts, its clock. */
public interface StartPageContent {

    /** Values for the page's template. */
    Map<String, Object> values();
}
