package se.sip.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.sip.consent.Consent;
import se.sip.consent.PlanConsent;
import se.sip.followup.FollowUp;
import se.sip.invitation.AnswerKind;

/** Every line of a case's story reads in Swedish. */
class EventTextsTest {

    private static final Pattern LOGGED = Pattern.compile("\\b\\w*[lL]og\\.add\\(([^;]*?);", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\"([A-Z][A-Z0-9_]+)\"");
    private static final Pattern SECOND_ARGUMENT = Pattern.compile("^[^,]*,\\s*(.*)$", Pattern.DOTALL);

    private final EventTexts texts = new EventTexts();

    @Test
    void everyKindThatIsWrittenInTheCodeHasASwedishText() throws IOException {
        var missing = new ArrayList<String>();
        for (Path file : sources()) {
            var calls = LOGGED.matcher(Files.readString(file));
            while (calls.find()) {
                var second = SECOND_ARGUMENT.matcher(calls.group(1));
                String kind = second.matches() ? second.group(1) : calls.group(1);
                var codes = CODE.matcher(kind);
                boolean named = false;
                while (codes.find()) {
                    String code = codes.group(1);
                    named = true;
                    if (code.endsWith("_") ? !texts.hasFamily(code) : !texts.has(code)) {
                        missing.add(file.getFileName() + ": " + code);
                    }
                }
                if (!named && !file.endsWith("CaseLog.java")) {
                    missing.add(file.getFileName() + ": the kind is not written where it is logged: " + kind);
                }
            }
        }
        assertThat(missing).as("kinds without a text in texts/handelser.properties").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPhaseHasItsOwnText(CasePhase phase) {
        assertThat(texts.has("PHASE_" + phase)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerToAnInvitationHasItsOwnText(AnswerKind answer) {
        assertThat(texts.has("INVITATION_" + answer)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfConsentHasItsOwnText(Consent.Kind kind) {
        assertThat(texts.has("CONSENT_" + kind)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerAboutThePlanHasItsOwnText(PlanConsent answer) {
        assertThat(texts.has("PLAN_CONSENT_" + answer)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeOfAFollowUpHasItsOwnText(FollowUp.Outcome outcome) {
        assertThat(texts.has("FOLLOW_UP_" + outcome)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "MEETING_HELD|-|SIP-mötet hölls.",
            "INVITED|Habiliteringen|Inbjuden till SIP-möte: Habiliteringen",
            "CASE_OPENED|Ärendet öppnat. Behovet upptäckt 2026-03-02.|Ärendet öppnat. Behovet upptäckt 2026-03-02.",
            "NOTICE_CLOSED|SIP:en gäller inte längre.|Meddelande skickat: SIP:en gäller inte längre.",
            "UNHEARD_OF|-|Händelse."}, delimiter = '|')
    void aLineSaysWhatHappenedAndTheNoteWhereItSaysMore(String kind, String note, String line) {
        assertThat(texts.line(kind, note)).isEqualTo(line);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }
}
