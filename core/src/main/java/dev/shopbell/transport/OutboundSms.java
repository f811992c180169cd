package dev.shopbell.transport;

import dev.shopbell.address.PhoneNumber;
import dev.shopbell.internal.Text;
import dev.shopbell.notice.Purpose;
import dev.shopbell.template.SmsContent;
import java.util.Objects;

/**
 * A text message.
 *
 * @param to the one recipient
 * @param signature who signs it, without brackets: the shop's name, for a gateway that wants it
 * @param content what it says, without the signature
 * @param purpose why it is sent, for gateways that keep marketing apart
 */
public record OutboundSms(PhoneNumber to, String signature, SmsContent content, Purpose purpose)
    implements OutboundMessage {
  public OutboundSms {
    Objects.requireNonNull(to, "to");
    Text.line("signature", signature, 100);
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(purpose, "purpose");
  }
}
