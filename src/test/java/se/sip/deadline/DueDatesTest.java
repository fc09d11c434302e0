package se.sip.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.sip.Clause;
import se.sip.engine.EngineDates;
import se.sip.engine.SipClock;
import se.sip.testing.SipTest;

@SipTest
class DueDatesTest {

    @Autowired
    private DueDates frist;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private SipClock clock;

    @BeforeEach
    void theEveOfSummerTime() {
        clock.standAt(EngineDates.at(LocalDateTime.of(2026, 3, 28, 23, 30)).toInstant());
    }

    @AfterEach
    void timeGoesOn() {
        clock.reset();
    }

    @Test
    @Clause("VGB-12")
    void aTaskIsDueAtTheEndOfItsLastDayInTheCasesCounty() {
        assertThat(frist.dagar(executionOf("vgr"), "bedomning"))
                .isEqualTo(EngineDates.at(LocalDateTime.of(2026, 4, 2, 23, 59)))
                .isEqualTo(EngineDates.endOf(LocalDate.of(2026, 4, 2)));
    }

    private DelegateExecution executionOf(String county) {
        var execution = mock(DelegateExecution.class);
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey("sip").tenantIdIn(county)
                .latestVersion().singleResult().getId();
        when(execution.getTenantId()).thenReturn(county);
        when(execution.getProcessDefinitionId()).thenReturn(definition);
        return execution;
    }
}
