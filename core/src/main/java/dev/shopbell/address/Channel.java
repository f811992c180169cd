package dev.shopbell.address;

import dev.shopbell.internal.Text;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A way by which a notice reaches somebody. A named value and not an enum, so that a plug-in may
 * bring its own, {@code new Channel("push")}.
 *
 * @param name 1 to 32 lower-case letters, digits and hyphens, beginning with a letter
 */
public record Channel(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /** Internet mail. */
  public static final Channel EMAIL = new Channel("email");

  /** Text message. */
  public static final Channel SMS = new Channel("sms");

  /** WeChat official account. */
  public static final Channel WECHAT = new Channel("wechat");

  /** WeChat mini-program. */
  public static final Channel WECHAT_MINI = new Channel("wechat-mini");

  public Channel {
    Objects.requireNonNull(name, "name");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "channel is "
              + Text.quoted(name)
              + ": use 1 to 32 lower-case letters, digits and hyphens, beginning with a letter");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
