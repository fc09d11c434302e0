package se.sip.need;

import java.time.LocalDate;

/** What the forms {@code behov} and {@code bedomning} hold of the county's checklist, see {@link NeedAssessment}. */
interface AssessedNeed {

    Boolean moreActors();

    Boolean mustCoordinate();

    Boolean informationComplete();

    String informationMissing();

    Boolean fiveQuestionsUsed();

    LocalDate fiveQuestionsOn();

    String fiveQuestionsBy();

    String firstAnswer();

    String secondAnswer();

    String thirdAnswer();

    String fourthAnswer();

    String fifthAnswer();

    /** That a SIP does not replace the duty to report concern for a child (BOR-25). */
    Boolean knowsDutyToReport();
}
