package dev.shopbell.spring;

import dev.shopbell.NotifierBuilder;

/**
 * Has the last word on the notifier: a bean of this type is called after the properties and the
 * other beans have been given to the builder. Several are called in their order ({@code @Order}).
 * It customises the notifier that the auto-configuration makes, and none that the host makes
 * itself.
 *
 * <p>What the builder takes only once, such as the platform's address, is refused here when a
 * property gave it before. An exception ends the start of the application.
 */
@FunctionalInterface
public interface NotifierCustomizer {
  /** Sets on the builder whatever no property and no bean gives; builds nothing. */
  void customize(NotifierBuilder builder);
}
