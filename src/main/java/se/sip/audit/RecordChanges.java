package se.sip.audit;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.sip.casefile.CaseEvent;
import se.sip.casefile.CaseFile;
import se.sip.casefile.Guardian;
import se.sip.casefile.Person;

/**
 * Notes every record that is saved, whoever saves it: what is changed cannot forget to say so. A transaction adds one
 * row to each case it changed, just before it commits.
 */
@Component
class RecordChanges {

    private final AuditChains chains;
    private final AuditTexts texts;
    private final JdbcTemplate jdbc;

    RecordChanges(AuditChains chains, AuditTexts texts, JdbcTemplate jdbc) {
        this.chains = chains;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    @EventListener
    void saved(AfterSaveEvent<?> event) {
        Object entity = event.getEntity();
        if (texts.isTechnical(entity.getClass()) || entity instanceof CaseEvent e && e.kind().startsWith("FOUND_")) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            var alone = new Changes();
            alone.saved.add(entity);
            alone.beforeCommit(false);
            return;
        }
        var open = (Changes) TransactionSynchronizationManager.getResource(this);
        if (open == null) {
            open = new Changes();
            TransactionSynchronizationManager.bindResource(this, open);
            TransactionSynchronizationManager.registerSynchronization(open);
        }
        open.saved.add(entity);
    }

    /** What one transaction has saved. */
    private final class Changes implements TransactionSynchronization, Ordered {

        private final List<Object> saved = new ArrayList<>();

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(RecordChanges.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(RecordChanges.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            var byChain = new LinkedHashMap<String, Set<String>>();
            saved.forEach(entity -> chainsOf(entity).forEach(chain -> byChain
                    .computeIfAbsent(chain, c -> new LinkedHashSet<>()).add(what(entity))));
            chains.append(byChain.entrySet().stream().map(e -> AuditLine.of(e.getKey(), AuditAction.CHANGED,
                    AuditSubject.RECORDS, String.join(",", e.getValue()))).toList());
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(RecordChanges.this);
        }
    }

    /** {@code Consent}; of an event in the case's story also which. */
    private static String what(Object entity) {
        String type = entity.getClass().getSimpleName();
        return entity instanceof CaseEvent event ? type + ":" + event.kind() : type;
    }

    private List<String> chainsOf(Object entity) {
        if (entity instanceof CaseFile file) {
            return List.of(file.number());
        }
        if (entity instanceof Person person) {
            return casesOf(person.id());
        }
        if (entity instanceof Guardian guardian) {
            return casesOf(guardian.personId());
        }
        try {
            var method = entity.getClass().getMethod("caseNumber");
            method.setAccessible(true);
            Object number = method.invoke(entity);
            return List.of(number == null ? AuditChains.NO_CASE : number.toString());
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return List.of(AuditChains.NO_CASE);
        }
    }

    private List<String> casesOf(Long personId) {
        return jdbc.queryForList("select number from sip.case_file where person_id = ? order by number", String.class,
                personId);
    }
}
