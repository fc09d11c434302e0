package se.sip.monitoring;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Alarms by mail.
 *
 * @param mail functional mailbox by county; a county without one gets its länsadmins' own addresses
 * @param every at most one mail a county in that time
 */
@ConfigurationProperties("sip.alarms")
record AlarmSettings(@DefaultValue Map<String, String> mail, @DefaultValue("15m") Duration every) {
}
