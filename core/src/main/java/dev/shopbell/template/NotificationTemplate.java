package dev.shopbell.template;

import dev.shopbell.address.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What one type of notice says, on each channel and in each language that it has. Immutable, and
 * used by many threads.
 */
public interface NotificationTemplate {
  /** Which version of which template this is. */
  TemplateId id();

  /** The name of the notice type whose variables it uses. */
  String noticeType();

  /** The channels it has words for. */
  Set<Channel> channels();

  /** The languages it is written in, the same for every channel; not empty. */
  List<Locale> locales();

  /**
   * The content for one channel in one language.
   *
   * @throws RenderException when it cannot be rendered; the message never holds a value
   */
  Content render(RenderRequest request);
}
