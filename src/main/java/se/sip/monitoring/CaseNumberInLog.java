package se.sip.monitoring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Each line that is logged while a page or call of a case is answered has the case's number, and nothing else of the
 * address. In jobs the engine sets the same (see {@code loggingContextBusinessKey} in the settings).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class CaseNumberInLog extends OncePerRequestFilter {

    static final String NAME = "caseNumber";
    private static final Pattern NUMBER = Pattern.compile("/(SIP-\\d{4}-\\d{6})(?:/|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher found = NUMBER.matcher(request.getRequestURI());
        if (!found.find()) {
            chain.doFilter(request, response);
            return;
        }
        MDC.put(NAME, found.group(1));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(NAME);
        }
    }
}
