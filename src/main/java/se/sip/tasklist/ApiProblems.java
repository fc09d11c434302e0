package se.sip.tasklist;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Every failure of the API as a problem document (RFC 9457), in Swedish, with all faults of a form at once. */
@RestControllerAdvice
class ApiProblems {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    private final FormContexts contexts;

    ApiProblems(FormContexts contexts) {
        this.contexts = contexts;
    }

    @ExceptionHandler
    ProblemDetail faulty(FaultyFormException e) {
        return faulty(e.faults());
    }

    @ExceptionHandler
    ProblemDetail refused(FormRefusedException e) {
        return faulty(e.faults());
    }

    @ExceptionHandler
    ProblemDetail overwritten(Drafts.OverwrittenException e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
                "Någon annan har skrivit i samma formulär sedan du öppnade det.");
        problem.setProperty("draft", contexts.head(e.newest()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail status(ResponseStatusException e) {
        return ProblemDetail.forStatusAndDetail(e.getStatusCode(), e.getReason() == null ? "" : e.getReason());
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Innehållet är inte giltig JSON.");
    }

    @ExceptionHandler
    ProblemDetail notAllowed(AuthorizationException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "Du har inte behörighet till detta.");
    }

    @ExceptionHandler
    ProblemDetail changed(OptimisticLockingException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
                "Någon annan ändrade ärendet samtidigt. Ladda om och försök igen; det du skrivit finns kvar.");
    }

    @ExceptionHandler
    ProblemDetail engine(ProcessEngineException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof FormRefusedException refused) {
                return faulty(refused.faults());
            }
        }
        log.error("The engine failed on an API call", e);
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
                "Något gick fel i systemet. Inget har sparats. Försök igen, eller kontakta driften.");
    }

    private static ProblemDetail faulty(Faults faults) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
                "Formuläret har " + faults.list().size() + " fel. Rätta dem och försök igen.");
        problem.setTitle("Formuläret kan inte tas emot");
        problem.setProperty("faults", faults.list());
        return problem;
    }
}
