package se.sip.access;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the provider of logins says what about somebody: {@code sip.login.claims}. A name with dots goes into nested
 * claims ({@code realm_access.roles}).
 *
 * @param user key of the person, which becomes the engine's user id; not nested
 * @param units the units they work in, as the register names them, or as {@code values} translates
 * @param values what the provider calls things, and what they are called here: its groups to roles, its HSA-ids to
 *     units; what is not listed is taken as it stands
 */
@ConfigurationProperties("sip.login.claims")
record ClaimNames(
        @DefaultValue("preferred_username") String user,
        @DefaultValue("given_name") String givenName,
        @DefaultValue("family_name") String familyName,
        @DefaultValue("units") String units,
        @DefaultValue("counties") String counties,
        @DefaultValue("roles") String roles,
        @DefaultValue Map<String, String> values) {

    String translated(String value) {
        return values.getOrDefault(value, value);
    }
}
