package dev.shopbell.address;

import dev.shopbell.internal.Masks;
import dev.shopbell.internal.Text;

/**
 * A follower of a WeChat official account or a user of a mini-program.
 *
 * @param appId the account that the user is known to; not personal
 * @param openId the user as that account knows it; personal
 */
public record WeChatUser(String appId, String openId) implements Address {
  public WeChatUser {
    Text.line("WeChat appId", appId, 64);
    Text.line("WeChat openId", openId, 128);
  }

  @Override
  public String value() {
    return appId + ":" + openId;
  }

  /** Masked: {@code wx123:oAb****9f}. */
  @Override
  public String toString() {
    return appId + ":" + Masks.digits(openId);
  }
}
