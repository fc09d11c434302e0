package se.sip.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** Invented personal numbers with a right check digit, another each time: one person has one running case. */
public final class Children {

    private static final AtomicInteger SERIAL = new AtomicInteger(980);

    private Children() {
    }

    /** @param day {@code 20140312} */
    public static String bornOn(String day) {
        String nine = day.substring(2) + SERIAL.getAndDecrement();
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int digit = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return day + "-" + nine.substring(6) + (10 - sum % 10) % 10;
    }
}
