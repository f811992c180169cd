package dev.shopbell.testkit;

import dev.shopbell.testkit.StubProvider.Received;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What came to a {@link ScriptedSmtpServer}, and what it took. */
final class SmtpLog {
  final AtomicLong connections = new AtomicLong();
  final AtomicLong read = new AtomicLong();
  final AtomicLong wrote = new AtomicLong();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Received> accepted = new CopyOnWriteArrayList<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  void command(String line) {
    commands.add(line);
  }

  void letter(Received letter, boolean agreed) {
    received.add(letter);
    if (agreed) {
      accepted.add(letter);
    }
  }

  List<String> commands() {
    return List.copyOf(commands);
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  List<Received> accepted() {
    return List.copyOf(accepted);
  }
}
