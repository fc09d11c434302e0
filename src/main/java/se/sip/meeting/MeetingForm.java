package se.sip.meeting;

/**
 * How those who take part meet, as the family wishes it and as it is booked. Wholly or partly digital needs the
 * person's yes and other preparations (VGU-91, VGU-117).
 */
public enum MeetingForm {
    IN_PERSON("Fysiskt möte"),
    DIGITAL("Digitalt möte"),
    PARTLY_DIGITAL("Delvis digitalt möte");

    private final String swedish;

    MeetingForm(String swedish) {
        this.swedish = swedish;
    }

    public String swedish() {
        return swedish;
    }

    public boolean isDigital() {
        return this != IN_PERSON;
    }
}
