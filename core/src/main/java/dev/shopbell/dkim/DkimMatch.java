package dev.shopbell.dkim;

/** What is published under a selector, beside the key that signs. */
public enum DkimMatch {
  /** The key's own record: receivers verify its signatures. */
  MATCHES,
  /** The record of another key. */
  OTHER_KEY,
  /** A record with an empty key: signatures count as forged. */
  REVOKED,
  /** A record that forbids this use: another kind of key, another hash, or not for mail. */
  UNUSABLE,
  /** Something that is no key record. */
  MALFORMED,
  /** More than one record, of which a receiver may take any. */
  SEVERAL,
  /** Nothing. */
  MISSING,
  /** Not known: the DNS could not be asked. */
  COULD_NOT_ASK
}
