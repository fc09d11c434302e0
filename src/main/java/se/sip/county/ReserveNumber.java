package se.sip.county;

import java.util.regex.Pattern;

/**
 * What a county's reserve numbers look like: numbers a region gives someone who has no other. No county's has a check
 * digit that is known.
 *
 * @param pattern in capitals, with or without the dash; its first group the eight digits of the day of birth, its second
 *     the rest
 * @param dayOffset what the county adds to the day of birth, such as 31
 */
public record ReserveNumber(Pattern pattern, int dayOffset) {

    public ReserveNumber {
        if (pattern == null || pattern.matcher("").groupCount() != 2) {
            throw new IllegalArgumentException("reserve-numbers: the pattern needs two groups, the eight digits of the day"
                    + " of birth and the rest, and is " + pattern);
        }
    }
}
