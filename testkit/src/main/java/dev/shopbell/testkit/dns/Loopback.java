package dev.shopbell.testkit.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Loopback addresses from text, without asking any resolver. */
final class Loopback {
  private Loopback() {}

  static InetAddress address(String text) {
    byte[] octets = new byte[4];
    String[] parts = text.split("\\.", -1);
    boolean good = parts.length == 4 && parts[0].equals("127");
    for (int i = 0; good && i < 4; i++) {
      good = parts[i].matches("[0-9]{1,3}") && Integer.parseInt(parts[i]) < 256;
      octets[i] = good ? (byte) Integer.parseInt(parts[i]) : 0;
    }
    if (!good) {
      throw new IllegalArgumentException(
          "\"%s\" is not an address of a server here; write one such as 127.0.0.3".formatted(text));
    }
    return of(octets);
  }

  private static InetAddress of(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four octets are an address", e);
    }
  }
}
