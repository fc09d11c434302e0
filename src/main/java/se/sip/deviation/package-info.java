/** Deviations (avvikelser): noted in a case, made by each principal's own routine (HAL-129, HAL-130). */
package se.sip.deviation;
