package dev.shopbell.diagnosis;

/**
 * What was found of a record, or of a domain as a whole. Where several causes are possible, the
 * most specific one is named.
 */
public enum Finding {
  /** As it should be. */
  OK(Subject.RECORD, Weight.FINE),
  /** Nothing stands at the name. */
  RECORD_MISSING(Subject.RECORD, Weight.BLOCKING),
  /** Another value stands there. */
  VALUE_MISMATCH(Subject.RECORD, Weight.BLOCKING),
  /** The values of several of our records stand at each other's names. */
  VALUES_SWAPPED(Subject.RECORD, Weight.BLOCKING),
  /** The value belongs to another store of this platform. */
  OTHER_STORE(Subject.RECORD, Weight.BLOCKING),
  /** The DNS host has put the zone's name behind the value. */
  VALUE_ZONE_APPENDED(Subject.RECORD, Weight.BLOCKING),
  /** The value has quotation marks as part of it. */
  VALUE_QUOTED(Subject.RECORD, Weight.BLOCKING),
  /** The DNS host has put the zone's name behind the full name. */
  NAME_DOUBLED(Subject.RECORD, Weight.BLOCKING),
  /** The record stands at the name without its underscore. */
  NAME_UNDERSCORE_LOST(Subject.RECORD, Weight.BLOCKING),
  /** A record of another type stands there. */
  WRONG_TYPE(Subject.RECORD, Weight.BLOCKING),
  /** No CNAME, but the data of its target: the DNS host has looked it up itself. */
  CNAME_FLATTENED(Subject.RECORD, Weight.BLOCKING),
  /** Beside the CNAME stands other data, which RFC 1034 forbids. */
  CNAME_AND_OTHER_DATA(Subject.RECORD, Weight.BLOCKING),
  /** The value is reached by way of other names. Accepted. */
  CNAME_CHAIN(Subject.RECORD, Weight.ADVICE),
  /** The name leads back to itself, or on without an end. */
  CNAME_LOOP(Subject.RECORD, Weight.BLOCKING),
  /** Several values stand there. */
  MULTIPLE_VALUES(Subject.RECORD, Weight.BLOCKING),
  /** Nothing was published; a wildcard answers for every name. */
  WILDCARD(Subject.RECORD, Weight.BLOCKING),
  /** Published, and not seen everywhere yet. */
  PROPAGATING(Subject.RECORD, Weight.BLOCKING),
  /** Nobody has registered the domain, or it has expired. */
  DOMAIN_NOT_FOUND(Subject.DOMAIN, Weight.BLOCKING),
  /** The servers that the domain is delegated to do not serve it. */
  LAME_DELEGATION(Subject.DOMAIN, Weight.COULD_NOT_ASK),
  /** The domain's servers, or the resolver, fail. */
  SERVER_FAILURE(Subject.DOMAIN, Weight.COULD_NOT_ASK),
  /** There was no answer in time. */
  TIMEOUT(Subject.DOMAIN, Weight.COULD_NOT_ASK),
  /** The domain's signatures do not hold, so that resolvers which check them see nothing. */
  DNSSEC_BOGUS(Subject.DOMAIN, Weight.COULD_NOT_ASK),
  /** The record is right; the key behind it is missing. */
  DKIM_KEY_MISSING(Subject.RECORD, Weight.BLOCKING),
  /** The record is right; the key behind it could not be asked for. */
  DKIM_KEY_UNKNOWN(Subject.RECORD, Weight.COULD_NOT_ASK),
  /** The record is right; the key behind it is revoked ({@code p=}). */
  DKIM_KEY_REVOKED(Subject.RECORD, Weight.BLOCKING),
  /** The record is right; what stands behind it is no key (RFC 6376, section 3.6.1). */
  DKIM_KEY_MALFORMED(Subject.RECORD, Weight.BLOCKING),
  /** The key is shorter than 2048 bits (RFC 8301). Accepted from 1024 bits. */
  DKIM_KEY_WEAK(Subject.RECORD, Weight.ADVICE),
  /** The domain receives no mail: it has no MX record. */
  MX_MISSING(Subject.DOMAIN, Weight.BLOCKING),
  /** The domain says that it receives no mail (RFC 7505). */
  MX_NULL(Subject.DOMAIN, Weight.BLOCKING),
  /** No MX record leads to a server. */
  MX_UNRESOLVABLE(Subject.DOMAIN, Weight.BLOCKING),
  /** More than one SPF record: receivers take none. */
  SPF_MULTIPLE(Subject.DOMAIN, Weight.ADVICE),
  /** Over ten look-ups (RFC 7208, section 4.6.4): receivers take none of it. */
  SPF_TOO_MANY_LOOKUPS(Subject.DOMAIN, Weight.ADVICE),
  /** Over two look-ups that find nothing: receivers take none of it. */
  SPF_TOO_MANY_VOID_LOOKUPS(Subject.DOMAIN, Weight.ADVICE),
  /** {@code +all}: anybody may send in the domain's name. */
  SPF_PASSES_ALL(Subject.DOMAIN, Weight.ADVICE),
  /** The SPF record cannot be read. */
  SPF_INVALID(Subject.DOMAIN, Weight.ADVICE),
  /** More than one DMARC record at one name: receivers take none. */
  DMARC_MULTIPLE(Subject.DOMAIN, Weight.ADVICE);

  /** What a finding is about. */
  public enum Subject {
    /** One record. */
    RECORD,
    /** The domain as a whole; it stands at a record too where it keeps that from being seen. */
    DOMAIN
  }

  /** What a finding means for the domain. */
  public enum Weight {
    /** Nothing to do. */
    FINE,
    /** Better mended; it stops nothing. */
    ADVICE,
    /** Brand sending needs it mended. */
    BLOCKING,
    /** Nothing is known: it neither verifies a domain nor takes it back. */
    COULD_NOT_ASK
  }

  private final Subject subject;
  private final Weight weight;

  Finding(Subject subject, Weight weight) {
    this.subject = subject;
    this.weight = weight;
  }

  /** What it is about. */
  public Subject subject() {
    return subject;
  }

  /** What it means. */
  public Weight weight() {
    return weight;
  }

  boolean isAccepted() {
    return weight == Weight.FINE || weight == Weight.ADVICE;
  }
}
