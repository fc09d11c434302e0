package se.sip.discharge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.sip.testing.FormContent.with;
import static se.sip.testing.Stay.CENTRE;
import static se.sip.testing.Stay.HOME_CARE;
import static se.sip.testing.Stay.NURSING;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.casefile.CaseFiles;
import se.sip.engine.EngineDates;
import se.sip.invitation.Invitation;
import se.sip.invitation.Invitations;
import se.sip.testing.CaseDriver;
import se.sip.testing.Children;
import se.sip.testing.SipTest;
import se.sip.testing.Stay;

/** The permanent care contact plans the discharge with the person, the ward and the units concerned. */
@SipTest
class DischargePlanningTest {

    @Autowired
    CaseDriver sip;
    @Autowired
    Stay stay;
    @Autowired
    CaseFiles cases;
    @Autowired
    Plannings plannings;
    @Autowired
    Invitations invitations;
    private String number;

    @BeforeEach
    void gunIsAdmittedAndHasACareContact() {
        number = stay.admitted("2026-03-28T16:00", Stay.inskrivning(Children.bornOn("19441130")));
        stay.nameCareContact(number);
    }

    @Test
    @Clause({"VGU-41", "VGU-72"})
    void theCareContactPlansWithTheWardInTheProductAndTheConsentIsTakenThere() {
        var task = sip.onlyTask(number, "planering");
        assertThat(sip.groupsOf(task)).containsExactly(CENTRE);
        assertThat(EngineDates.dayOf(task.getDueDate())).as("two days").isEqualTo("2026-03-30");
        assertThatThrownBy(() -> stay.plan(number, with(with(stay.planeringToday(), "withWhom", " "), "plannedOn",
                "2026-03-27"))).hasMessageContaining("withWhom").hasMessageContaining("plannedOn");
        stay.plan(number, stay.planeringToday());
        assertThat(plannings.latest(number)).get().satisfies(kept -> {
            assertThat(kept.plannedOn()).isEqualTo("2026-03-28");
            assertThat(kept.withWhom()).isEqualTo("Gun, dottern och hemtjänsten");
        });
        assertThat(sip.groupsOf(sip.onlyTask(number, "samtycke"))).containsExactly(CENTRE);
    }

    @Test
    @Clause("VGU-76")
    void whetherASipThatExistsIsFollowedUpOrStartedAnewAndWhenIsAgreed() {
        var form = new LinkedHashMap<>(stay.planeringToday());
        form.put("existingSip", true);
        form.put("existingSipUnit", "vgr-1490-socialtjanst");
        assertThatThrownBy(() -> stay.plan(number, form)).hasMessageContaining("goalChanged");
        form.put("goalChanged", false);
        assertThatThrownBy(() -> stay.plan(number, form)).hasMessageContaining("followUpOn")
                .hasMessageContaining("VGU-76");
        form.put("followUpOn", "2026-04-20");
        stay.plan(number, form);
        assertThat(plannings.latest(number)).get()
                .satisfies(kept -> assertThat(kept.followUpOn()).isEqualTo("2026-04-20"));
        assertThat(sip.groupsOf(sip.onlyTask(number, "befintlig_sip"))).containsExactly("vgr-1490-socialtjanst");
    }

    @Test
    @Clause("VGU-35")
    void whenBothPrincipalsAreNeededTheUnitsResponsibleMeet() {
        stay.plan(number, stay.planeringToday());
        stay.consent(number);
        stay.call(number, "2026-04-14");
        assertThat(cases.byNumber(number).convenerUnit()).as("of the region").isEqualTo(CENTRE);
        assertThat(invitations.current(number)).filteredOn(Invitation::isCalled).extracting(Invitation::unitId)
                .as("of the municipality").containsExactlyInAnyOrder(HOME_CARE, NURSING);

        String alone = stay.admitted("2026-03-28T16:00", Stay.inskrivning(Children.bornOn("19441130")));
        stay.nameCareContact(alone);
        stay.plan(alone, with(Stay.notNeeded(), "needsMunicipality", false));
        assertThat(sip.open(alone)).as("one principal is enough: no SIP").doesNotContain("samtycke", "kallelse")
                .contains("kvittera_behovs_ej");
    }
}
