package se.sip.access;

/** How an account of the demonstration is known wherever its database ends up: by a mail domain nobody can have. */
public final class DemoAccountMark {

    public static final String MAIL_DOMAIN = "@demo.invalid";

    private DemoAccountMark() {
    }
}
