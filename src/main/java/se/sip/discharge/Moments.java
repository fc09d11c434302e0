package se.sip.discharge;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** How a moment reads on a screen. */
final class Moments {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd 'kl.' HH:mm");

    private Moments() {
    }

    static String text(LocalDateTime moment) {
        return DAY_AND_TIME.format(moment);
    }
}
