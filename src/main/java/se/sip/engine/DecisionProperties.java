package se.sip.engine;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param tablesThatMayBeEmpty ids of the decision tables for which no row is an answer; any other that has no row for
 *     its input is an error
 */
@ConfigurationProperties("sip.decisions")
record DecisionProperties(@DefaultValue Set<String> tablesThatMayBeEmpty) {
}
