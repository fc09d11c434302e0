package se.sip.move;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few seconds for cases that wait to be moved: right after an order, and after a restart. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true")
class MoveSchedule {

    private final Moves moves;

    MoveSchedule(Moves moves) {
        this.moves = moves;
    }

    @Scheduled(fixedDelayString = "${sip.publication.move-every:3s}", initialDelayString = "10s")
    void work() {
        moves.work();
    }
}
