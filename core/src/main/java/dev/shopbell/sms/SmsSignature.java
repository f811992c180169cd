package dev.shopbell.sms;

/**
 * Who signs a message, which is counted with its signature in any case. Signatures stand in
 * lenticular brackets: {@code 【shop】}.
 */
public enum SmsSignature {
  /** Nobody: the sender's number or name says who it is. */
  NONE,
  /** We do: it stands in the text that the transport hands over. */
  OURS,
  /** The provider does, from a name that the transport hands over beside the text. */
  PROVIDER
}
