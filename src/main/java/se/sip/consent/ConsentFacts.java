package se.sip.consent;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.sip.casefile.Guardian;
import se.sip.casefile.Person;
import se.sip.consent.ConsentAnswer.Answerer;

/**
 * What the table {@code samtycke} asks about one version of a consent on one day. Counts and states only; what they
 * lead to is the table's.
 *
 * @param guardians as registered now; each must have answered
 * @param standing keys of the participants that are still to take part
 * @param lastDay the consent's last day, or null where nobody has said yes
 */
record ConsentFacts(Consent consent, Person person, List<Guardian> guardians, Set<Long> standing, LocalDate lastDay) {

    /** @return a value per input of the table */
    Map<String, Object> on(LocalDate day) {
        var facts = new HashMap<String, Object>();
        facts.put("age", person.ageOn(day));
        facts.put("capacity", consent.capacity());
        facts.put("informed", consent.informed());
        facts.put("recipients", (int) consent.recipients().stream()
                .filter(r -> r.included() && standing.contains(r.participantId())).count());
        facts.put("informationKinds", consent.texts(ConsentTerm.Kind.INFORMATION).size());
        facts.put("expired", lastDay != null && day.isAfter(lastDay));
        facts.put("guardians", guardiansAnswer(day));
        facts.put("own", ownAnswer(day));
        facts.put("presumed", consent.substitute() == Substitute.PRESUMED
                && !isLater(consent.informedOn(), day));
        facts.put("maturity", consent.maturity().name());
        facts.put("representative", representativeAnswer(day));
        facts.put("obstacle", consent.obstacle().name());
        facts.put("ground", (isLater(consent.groundOn(), day) ? Ground.NONE : consent.ground().tested()).name());
        return facts;
    }

    /** What was said after the day was not said on it. */
    private static boolean isLater(LocalDate given, LocalDate day) {
        return given != null && given.isAfter(day);
    }

    private String guardiansAnswer(LocalDate day) {
        var answers = guardians.stream().map(g -> consent.answerOf(g.id(), g.name())
                .filter(a -> !isLater(a.givenOn(), day))
                .map(ConsentAnswer::exchange).orElse(ExchangeAnswer.PENDING)).toList();
        var able = answers.stream().filter(a -> a != ExchangeAnswer.HINDERED && a != ExchangeAnswer.EXEMPT).toList();
        if (able.isEmpty()) {
            return "NONE";
        }
        if (able.contains(ExchangeAnswer.NO)) {
            return "A_NO";
        }
        if (able.contains(ExchangeAnswer.PENDING)) {
            return "MISSING";
        }
        if (answers.contains(ExchangeAnswer.EXEMPT)) {
            return "EXEMPT_OTHERS_YES";
        }
        return able.size() < answers.size() ? "HINDERED_OTHERS_YES" : "ALL_YES";
    }

    /** At 18 what was said as a child counts only where the child was assessed as able to decide alone. */
    private String ownAnswer(LocalDate day) {
        return consent.answerOf(Answerer.PERSON).filter(a -> !isLater(a.givenOn(), day))
                .filter(a -> !person.isAdultOn(day) || consent.maturity() == Maturity.CAN_DECIDE
                        || a.givenOn() != null && person.isAdultOn(a.givenOn()))
                .map(a -> switch (a.exchange()) {
                    case YES -> "YES";
                    case NO -> "NO";
                    case PENDING, HINDERED, EXEMPT -> "NOT_ASKED";
                }).orElse("NOT_ASKED");
    }

    private String representativeAnswer(LocalDate day) {
        if (!consent.substitute().answers() || Boolean.FALSE.equals(consent.representativeMandate())) {
            return "NONE";
        }
        return consent.answerOf(Answerer.REPRESENTATIVE).filter(a -> !isLater(a.givenOn(), day)).map(a -> switch (a.exchange()) {
            case YES -> "YES";
            case NO -> "NO";
            case PENDING, HINDERED, EXEMPT -> "NONE";
        }).orElse("NONE");
    }
}
