package dev.shopbell.transport;

import dev.shopbell.address.Address;

/** One message for one recipient, ready to be handed over. */
public sealed interface OutboundMessage permits OutboundEmail, OutboundSms, OutboundFields {
  /** The one envelope recipient. */
  Address to();
}
