/**
 * A {@link dev.shopbell.Notifier} as a bean, from the properties {@code shopbell.*} and the beans
 * of a Spring Boot application; it decides nothing that {@link dev.shopbell.NotifierBuilder} does
 * not. It stands in front of the front door:
 *
 * <p>properties and the host's beans ─► {@code NotifierAssembly} ─► {@code NotifierBuilder} ─►
 * {@code Notifier}; whatever is missing or wrong on the way ─► {@code MisconfiguredException} ─►
 * Boot's failure analysis.
 */
@NullMarked
package dev.shopbell.spring;

import org.jspecify.annotations.NullMarked;
