package se.sip.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.reflect.MethodSignature;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.sip.engine.TaskVariables;

/** Notes each read of a case before the answer leaves: one that cannot be noted is not answered. */
@Aspect
@Component
class ReadsOfCases {

    private static final String NUMBER = "number";
    private static final String TASK = "id";

    private final AuditLog log;
    private final TaskVariables tasks;
    private final JdbcTemplate jdbc;

    ReadsOfCases(AuditLog log, TaskVariables tasks, JdbcTemplate jdbc) {
        this.log = log;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @Around("@annotation(reads)")
    Object note(ProceedingJoinPoint call, ReadsCase reads) throws Throwable {
        Map<String, String> path = pathOf(call);
        // A task is gone once it is done.
        Optional<String> number = Optional.ofNullable(path.get(NUMBER)).filter(this::isCase)
                .or(() -> Optional.ofNullable(path.get(TASK)).flatMap(tasks::findCaseNumber));
        Object answer;
        try {
            answer = call.proceed();
        } catch (ResponseStatusException e) {
            int status = e.getStatusCode().value();
            if (status == HttpStatus.NOT_FOUND.value() || status == HttpStatus.FORBIDDEN.value()) {
                number.ifPresent(n -> log.refused(n, reads.value(), detail(path)));
            }
            throw e;
        }
        if (shows(answer)) {
            number.ifPresent(n -> log.read(n, reads.value(), detail(path)));
        }
        return answer;
    }

    /** Being led on to another page shows nothing yet. */
    private static boolean shows(Object answer) {
        return !(answer instanceof String view && view.startsWith("redirect:"))
                && !(answer instanceof ResponseEntity<?> entity && !entity.getStatusCode().is2xxSuccessful());
    }

    private boolean isCase(String number) {
        return jdbc.queryForObject("select count(*) from sip.case_file where number = ?",
                Integer.class, number) > 0;
    }

    /** Which document or task; the case is the chain. */
    private static String detail(Map<String, String> path) {
        String rest = path.entrySet().stream().filter(e -> !e.getKey().equals(NUMBER)).map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
        return rest.isEmpty() ? null : rest;
    }

    private static Map<String, String> pathOf(ProceedingJoinPoint call) {
        var method = ((MethodSignature) call.getSignature()).getMethod();
        var path = new LinkedHashMap<String, String>();
        var parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isAnnotationPresent(PathVariable.class)) {
                path.put(parameters[i].getName(), String.valueOf(call.getArgs()[i]));
            }
        }
        return path;
    }
}
