package dev.shopbell.smtp;

import dev.shopbell.store.Credential;
import dev.shopbell.store.Endpoint;
import java.io.IOException;

/**
 * Gives the access tokens that servers of some providers want in place of a password (XOAUTH2).
 * Asked at each login, by many threads; what is costly to get is kept by whoever implements it.
 */
@FunctionalInterface
public interface AccessTokens {
  /** The endpoint's credential is the token. */
  AccessTokens FROM_ENDPOINT = (endpoint, refused) -> endpoint.credential();

  /**
   * A token for the user of that endpoint.
   *
   * @param refused true when the server has just refused the last one, so that a new one is needed
   * @throws IOException when none can be had now; letters are put off, and its message is told to
   *     nobody
   */
  Credential token(Endpoint endpoint, boolean refused) throws IOException;
}
