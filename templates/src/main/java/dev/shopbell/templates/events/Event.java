package dev.shopbell.templates.events;

import dev.shopbell.notice.Audience;
import dev.shopbell.notice.Payer;
import dev.shopbell.notice.Purpose;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What kind of notice a {@link StockEvent} is; its record's components are its variables. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Event {
  /** The name of its notice type. */
  String value();

  /** Why it is sent. */
  Purpose purpose() default Purpose.TRANSACTIONAL;

  /** Whom it is for. */
  Audience audience() default Audience.RECIPIENT;

  /** For admins, the type of notice that it goes out beside; empty for one sent by itself. */
  String beside() default "";

  /**
   * The channels that make sense, the preferred first. WeChat stands before text messages, which
   * cost money; whoever has no such address is reached by the next.
   */
  String[] channels() default {"email", "wechat", "wechat-mini", "sms"};

  /** How many days it is worth sending. */
  int days() default 3;

  /** Who pays where a channel costs something. */
  Payer payer() default Payer.STORE;
}
