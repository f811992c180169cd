package dev.shopbell.testkit.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;

/** Takes datagrams in one thread of its own and hands each to the responder. */
final class UdpSocket implements AutoCloseable {
  private static final int LONGEST = 65_535;
  private static final int BUFFER = 1 << 22;

  private final DatagramSocket socket;
  private final Responder responder;
  private final Thread loop;

  UdpSocket(InetSocketAddress address, Responder responder) throws IOException {
    this.socket = new DatagramSocket(address);
    this.responder = responder;
    socket.setReceiveBufferSize(BUFFER);
    this.loop = Threads.start("dns-udp-" + address, this::receive);
  }

  private void receive() {
    DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
    while (!socket.isClosed()) {
      try {
        packet.setLength(LONGEST);
        socket.receive(packet);
        byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
        responder.respond(query, false, new Datagrams(packet.getSocketAddress()));
      } catch (IOException e) {
        // Closed, or somebody who asked has gone: the loop's condition tells.
      }
    }
  }

  /** Returns when the port is free again. */
  @Override
  public void close() {
    socket.close();
    Threads.join(loop);
  }

  private final class Datagrams implements ReplySink {
    private final SocketAddress to;

    Datagrams(SocketAddress to) {
      this.to = to;
    }

    @Override
    public void send(byte[] message) {
      try {
        socket.send(new DatagramPacket(message, message.length, to));
      } catch (IOException e) {
        // Lost, as datagrams may be.
      }
    }

    @Override
    public void trickle(byte[] beginning) {
      send(beginning);
    }
  }
}
