package dev.shopbell.transport;

import dev.shopbell.store.Endpoint;
import java.util.List;
import java.util.Map;

/**
 * The second, optional interface of a transport whose provider reports deliveries: reads what the
 * provider posts to the host.
 */
@FunctionalInterface
public interface ReceiptReader {
  /**
   * A raw request.
   *
   * @param headers by lower-case name
   * @param query the raw query string; empty when there is none
   * @param body as it came
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Request(Map<String, String> headers, String query, byte[] body) {
    public Request {
      headers = Map.copyOf(headers);
    }

    /** Without its content, which is personal. */
    @Override
    public String toString() {
      return "Request[" + body.length + " bytes]";
    }
  }

  /**
   * The receipts in a request whose signature is good for that account.
   *
   * @throws SecurityException when the signature is missing or wrong
   * @throws IllegalArgumentException when the request cannot be read
   */
  List<Receipt> read(Request request, Endpoint account);
}
