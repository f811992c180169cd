package dev.shopbell.testkit;

import dev.shopbell.store.Endpoint;
import java.util.List;

/**
 * A provider on loopback, at which a transport is held against the {@link TransportContract}.
 * {@link ScriptedGateway} and {@link ScriptedSmtpServer} are two.
 */
public interface StubProvider extends AutoCloseable {
  /** Where it listens, with a user and a credential that may be told to nobody. */
  Endpoint endpoint();

  /** Does this with all messages from now on; {@link Behaviour#ACCEPT} until it is called. */
  void will(Behaviour behaviour);

  /** What has arrived and was read to its end, whatever was answered. */
  List<Received> received();

  /** Stops listening and ends every connection. */
  @Override
  void close();

  /**
   * One message as it arrived.
   *
   * @param head the lines that steer: an HTTP request's line and headers, an SMTP envelope and a
   *     letter's headers
   * @param body everything else, decoded so far that plain ASCII words can be found in it
   */
  record Received(String head, String body) {
    /** True when the text stands in the head or the body. */
    public boolean contains(String text) {
      return head.contains(text) || body.contains(text);
    }
  }
}
