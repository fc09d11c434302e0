package se.sip.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@link AuditSeals} be called each night; a job of the engine would leave a process per night in its history. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class AuditSchedule {
}
