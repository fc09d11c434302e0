package se.sip.storage;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;

/**
 * Ends database exceptions at the repository: a duplicate key quotes the personal number it clashes with, and an
 * engine job would store that text.
 */
@Aspect
@Component
class RecordStoreGuard {

    private static final Logger log = LoggerFactory.getLogger(RecordStoreGuard.class);

    @Around("this(org.springframework.data.repository.Repository)")
    Object withoutValues(ProceedingJoinPoint call) throws Throwable {
        try {
            return call.proceed();
        } catch (DataAccessException | DbActionExecutionException e) {
            String where = call.getSignature().getDeclaringType().getSimpleName() + "." + call.getSignature().getName();
            String kind = rootOf(e).getClass().getSimpleName();
            log.error("Record store failed in {}: {}", where, kind);
            if (e instanceof OptimisticLockingFailureException
                    || e.getCause() instanceof OptimisticLockingFailureException) {
                throw new OptimisticLockingFailureException("Record was changed by another in " + where);
            }
            throw new RecordStoreException("Record store failed in " + where + ": " + kind);
        }
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
